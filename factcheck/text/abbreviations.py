"""The words that tell the end of a sentence from an abbreviation: data for `factcheck.text.sentences`."""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# Before a name or a number: a stop behind these ends nothing. Lower case.
LEADING = _words(
    "adm amb approx assn asst atty brig bros ca capt cf cmdr cmdt col cols cpl cpt dept det dist dr drs e.g eg fr ft gen gens gov govs hon i.e ie",
    "insp lt lts maj messrs mlle mme mr mrs ms mt mx pfc pres prof profs pvt rep reps rev sen sens sgt sgts spc st ste supt univ v viz vs",
)
# These stand at the end of a sentence too: it ends where the next word is one that opens sentences. Lower case.
EITHER = _words(
    "al ala apr ariz ark aug ave b.a blvd calif co colo conn corp cos cts d.phil dec del dlrs esq est etc feb fla fri ft ga hwy ill inc ind jan",
    "jr jul jun kan ky la lbs llc ltd m.a m.d mar mass max md mich min minn miss mo mon mont neb nev nov oct okla ont ore oz pa pct penn ph.d",
    "pkwy plc que rd sat sep sept sq sr sun tenn tex thu thur thurs tue tues va vt wash wed wis wyo",
)
# An abbreviation where a number follows, a word elsewhere. Lower case.
BEFORE_NUMBER = _words(
    "art ext ch fig figs no nos op p para pp rs sec tk vol",
)
CLOCK = _words(
    "a.m p.m",
)
# What may follow a time of day in the same sentence, capitalized as it is.
AFTER_CLOCK = _words(
    "Apr April Aug August BST CDT CEST CET CST CT Central Dec December EDT EST ET Eastern Feb February Fri Friday GMT Greenwich IST JST Jan",
    "January July June KST MDT MST MT Mar March May Mon Monday Mountain Nov November Oct October PDT PST PT Pacific Saturday Sept September",
    "Sunday Thurs Thursday Tues Tuesday UTC Wed Wednesday",
)
# Capitalized only because a sentence begins.
STARTERS = _words(
    "A About According Adding After Again All Also Although Amid Among An And Another Any Anyone Apart Are Around As At Authorities Because",
    "Before Besides Both But By Can Currently Despite Did Do Does During Each Earlier Either Even Every Experts Few Finally Following For Four",
    "From Further Given Has Have He Her Here His How However I If In Indeed Initially Instead Investigators Is It Its Just Last Late Later Many",
    "Meanwhile More Moreover Most My Neither Nevertheless No Nobody Nor Not Nothing Now Of Officers Officials On Once One Only Or Other Others",
    "Our Out Over Police Recently Residents Several She Since So Some Soon Still Such That The Their Then There These They This Those Though",
    "Three Through Throughout Thus To Today Two Under Unlike Until Was We Were What When Where Whether Which While Who Why Will With Within",
    "Without Witnesses Yet You Your",
)
# Whatever a stop behind it may not end a sentence. Lower case.
ABBREVIATIONS = LEADING | EITHER | BEFORE_NUMBER | CLOCK
