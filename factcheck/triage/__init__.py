"""Which findings of a report are new: what a baseline holds is known, what somebody waived is let pass until a day.

A report and what was decided earlier go in, the same report comes out with each finding's status; or two reports go in,
and what is new, gone and changed comes out. Articles decide nothing here: baseline and waivers are files of the desk's own.
"""
