"""What news writes about time and what must come out; each case says in its name what is true."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from factcheck import find_times
from factcheck.model.interval import Interval

WEDNESDAY = "2025-10-29"

# ruff: noqa: E501  (a case is a line)
# name, text, and the (text, kind, timex, edtf) of what is found in an article of Wednesday, 29 October 2025
FIRING: list[tuple[str, str, list[tuple[str, str, str | None, str | None]]]] = [
    ("a_weekday_of_a_report_is_the_last_one", "The minister resigned on Monday.", [("Monday", "date", "2025-10-27", "2025-10-27")]),
    ("a_weekday_that_is_the_articles_own_is_that_day", "Police said Wednesday that nobody was hurt.", [("Wednesday", "date", "2025-10-29", "2025-10-29")]),
    ("a_weekday_ahead_is_the_next_one", "The chamber will vote on Friday.", [("Friday", "date", "2025-10-31", "2025-10-31")]),
    ("a_deadline_lies_ahead", "Owners were given until Monday to reply.", [("Monday", "date", "2025-11-03", "../2025-11-03")]),
    ("last_weekday", "She took office last Tuesday.", [("last Tuesday", "date", "2025-10-28", "2025-10-28")]),
    ("next_weekday", "Talks resume next Tuesday.", [("next Tuesday", "date", "2025-11-04", "2025-11-04")]),
    ("next_weekday_is_of_next_week", "They play next Friday.", [("next Friday", "date", "2025-11-07", "2025-11-07")]),
    ("coming_weekday_is_the_nearest", "They play this coming Friday.", [("this coming Friday", "date", "2025-10-31", "2025-10-31")]),
    ("weekday_in_weeks", "They play Monday two weeks from now.", [("Monday two weeks from now", "date", "2025-11-10", "2025-11-10")]),
    ("day_after_a_holiday", "sales of the day after Christmas 2024", [("the day after Christmas 2024", "date", "2024-12-26", "2024-12-26")]),
    ("last_day_of_a_month_by_name", "last Oct. 23", [("last Oct. 23", "date", "2024-10-23", "2024-10-23")]),
    ("until_at_the_start_of_what_was", "Until Monday nobody had asked.", [("Monday", "date", "2025-10-27", "../2025-10-27")]),
    ("year_end", "by year's end", [("year's end", "date", "2025-12-31", "2025-12-31")]),
    ("last_half_of_a_year", "the last half of 1989", [("the last half of 1989", "date", "1989-H2", "1989-07/1989-12")]),
    ("after_a_year_in_a_compound", "the post-1959 order", [("1959", "date", "1959", "1959")]),
    ("that_same_day", "It sank on June 3, 2020. That same day a second ship did.",
     [("June 3, 2020", "date", "2020-06-03", "2020-06-03"), ("That same day", "date", "2020-06-03", "2020-06-03")]),
    ("clock_of_four_digits", "on Monday at 2045 GMT", [("Monday at 2045 GMT", "time", "2025-10-27T20:45", "2025-10-27")]),
    ("days_across_months", "the Jan. 30-Feb. 2 summit", [("Jan. 30-Feb. 2", "date", "2026-01-30/2026-02-02", "2026-01-30/2026-02-02")]),
    ("days_before_their_month", "the walkouts of 11-14 March 2019", [("11-14 March 2019", "date", "2019-03-11/2019-03-14", "2019-03-11/2019-03-14")]),
    ("two_days_before_their_month", "on 6 and 7 May 2019", [("6 and 7 May 2019", "date", "2019-05-06/2019-05-07", "2019-05-06/2019-05-07")]),
    ("a_year_of_which_more_is_told", "the worst flood since 1987, when two towns were lost", [("1987", "date", "1987", "1987")]),
    ("a_year_since_which_it_is_so", "the worst flood since 1987, she said", [("1987", "date", "1987", "1987/..")]),
    ("nth_weekday_of_a_month", "the first Monday of May 2012", [("the first Monday of May 2012", "date", "2012-05-07", "2012-05-07")]),
    ("last_weekday_of_a_month", "the last Friday in November 2024", [("the last Friday in November 2024", "date", "2024-11-29", "2024-11-29")]),
    ("weekdays_ago", "two Sundays ago", [("two Sundays ago", "date", "2025-10-19", "2025-10-19")]),
    ("points_write_the_day_first", "on 12.03.2013", [("12.03.2013", "date", "2013-03-12", "2013-03-12")]),
    ("half_a_decade_ago", "half a decade ago", [("half a decade ago", "date", "2020", "2020")]),
    ("later_on_a_weekday", "said later on Monday", [("later on Monday", "date", "2025-10-27", "2025-10-27")]),
    ("week_that_ends_on_a_day", "the week ending March 3, 2024", [("the week", "duration", "P1W", None), ("March 3, 2024", "date", "2024-03-03", "2024-03-03")]),
    ("fiscal_year_by_two_years", "Japan's FY2013/14 budget", [("FY2013/14", "date", "2013", "2013-04/2014-03")]),
    ("recent_years", "in recent years", [("recent years", "date", "PAST_REF", "../2025-10-29")]),
    ("coming_days", "in the coming days", [("the coming days", "date", "FUTURE_REF", "2025-10-29/..")]),
    ("months_as_a_range", "the July-September quarter", [("July-September", "date", "2025-07/2025-09", "2025-07/2025-09")]),
    ("months_over_the_turn_of_the_year", "Nov-Feb rains", [("Nov-Feb", "date", "2025-11/2026-02", "2025-11/2026-02")]),
    ("clock_said_before_the_hour", "She rang at ten to three.", [("ten to three", "time", "2025-10-29T02:50", None)]),
    ("clock_said_with_its_half", "It shook at a quarter past ten.", [("a quarter past ten", "time", "2025-10-29T10:15", None)]),
    ("clock_said_with_its_evening", "doors open at half past six in the evening on Monday", [("half past six in the evening on Monday", "time", "2025-10-27T18:30", "2025-10-27")]),
    ("clock_said_in_minutes", "He fell ten minutes before nine.", [("ten minutes before nine", "time", "2025-10-29T08:50", None)]),
    ("day_of_a_month_last_year", "found on February 6 last year", [("February 6 last year", "date", "2024-02-06", "2024-02-06")]),
    ("british_clock", "at 6.30pm on Monday", [("6.30pm on Monday", "time", "2025-10-27T18:30", "2025-10-27")]),
    ("clock_and_hours_in_one_word", "called at 21:40hrs on Monday", [("21:40hrs on Monday", "time", "2025-10-27T21:40", "2025-10-27")]),
    ("clock_of_four_digits_and_a_named_zone", "lifted off at 0730 Pacific time on Monday", [("0730 Pacific time on Monday", "time", "2025-10-27T07:30", "2025-10-27")]),
    ("clock_with_a_point_of_an_evening", "It rang at 8.40 in the evening.", [("8.40 in the evening", "time", "2025-10-29T20:40", None)]),
    ("first_week_of_a_month", "the first week of March 2026", [("the first week of March 2026", "date", "2026-W09", "2026-03-01/2026-03-07")]),
    ("last_week_of_a_month", "the last week of April 2026", [("the last week of April 2026", "date", "2026-W17", "2026-04-24/2026-04-30")]),
    ("day_of_a_month_by_its_number", "the 5th day of May 2026", [("the 5th day of May 2026", "date", "2026-05-05", "2026-05-05")]),
    ("what_begins_at_present_lies_ahead", "The truce takes effect Friday.", [("Friday", "date", "2025-10-31", "2025-10-31")]),
    ("what_was_to_happen_lies_ahead", "She was to appear in court Friday.", [("Friday", "date", "2025-10-31", "2025-10-31")]),
    ("military_clock", "on Monday at 0800 hours", [("Monday at 0800 hours", "time", "2025-10-27T08:00", "2025-10-27")]),
    ("weekday_of_last_week", "They met on Monday of last week.", [("Monday of last week", "date", "2025-10-20", "2025-10-20")]),
    ("weekday_weeks_ago", "The dam burst on Monday two weeks ago.", [("Monday two weeks ago", "date", "2025-10-13", "2025-10-13")]),
    ("last_weekend_is_two_days", "He was sworn in last weekend.", [("last weekend", "date", "2025-W43-WE", "2025-10-25/2025-10-26")]),
    ("over_the_weekend_is_the_one_before", "Crews worked over the weekend.", [("the weekend", "date", "2025-W43-WE", "2025-10-25/2025-10-26")]),
    ("yesterday_today_tomorrow", "yesterday, today and tomorrow",
     [("yesterday", "date", "2025-10-28", "2025-10-28"), ("today", "date", "2025-10-29", "2025-10-29"), ("tomorrow", "date", "2025-10-30", "2025-10-30")]),
    ("month_and_day_near_the_article", "The islands mark September 7 each autumn.", [("September 7", "date", "2025-09-07", "2025-09-07"), ("each autumn", "set", "XXXX-FA", None)]),
    ("month_and_day_a_few_weeks_ahead", "Ballots open Nov. 20.", [("Nov. 20", "date", "2025-11-20", "2025-11-20")]),
    ("full_date_in_american_order", "It was signed on March 15, 2007.", [("March 15, 2007", "date", "2007-03-15", "2007-03-15")]),
    ("full_date_in_british_order", "It was signed on 15 March 2007.", [("15 March 2007", "date", "2007-03-15", "2007-03-15")]),
    ("full_date_with_its_weekday", "the raid of Friday, Oct. 17, 2025", [("Friday, Oct. 17, 2025", "date", "2025-10-17", "2025-10-17")]),
    ("ordinal_day_of_a_month", "on the 4th of July 1995", [("the 4th of July 1995", "date", "1995-07-04", "1995-07-04")]),
    ("days_of_a_month_as_a_range", "the May 3-5 summit", [("May 3-5", "date", "2025-05-03/2025-05-05", "2025-05-03/2025-05-05")]),
    ("iso_date", "updated 2024-02-29 in the log", [("2024-02-29", "date", "2024-02-29", "2024-02-29")]),
    ("bare_month_of_a_report_is_past", "The plant closed in November.", [("November", "date", "2024-11", "2024-11")]),
    ("bare_month_ahead", "The plant will close in March.", [("March", "date", "2026-03", "2026-03")]),
    ("month_with_year_keeps_its_grain", "prices of June 2023", [("June 2023", "date", "2023-06", "2023-06")]),
    ("last_month_by_name", "He quit last June.", [("last June", "date", "2025-06", "2025-06")]),
    ("since_opens_to_the_right", "Prices have risen since March.", [("March", "date", "2025-03", "2025-03/..")]),
    ("since_a_decade_opens_at_its_first_year", "It has stood empty since the 1980s.", [("the 1980s", "date", "198", "1980/..")]),
    ("as_of_is_that_day", "As of 10 August, 300 homes had power.", [("10 August", "date", "2025-08-10", "2025-08-10")]),
    ("early_year", "in early 2024", [("early 2024", "date", "2024", "2024-01/2024-04")]),
    ("mid_month", "by mid-May 2024", [("mid-May 2024", "date", "2024-05", "2024-05-11/2024-05-20")]),
    ("late_decade", "from the late 1970s", [("the late 1970s", "date", "197", "1977/1979")]),
    ("end_of_a_year", "at the end of 2023", [("the end of 2023", "date", "2023", "2023-09/2023-12")]),
    ("about_a_year", "built circa 1850", [("circa 1850", "date", "1850", "1850~")]),
    ("decade", "through the 1990s", [("the 1990s", "date", "199", "199X")]),
    ("century", "a 19th-century bridge", [("19th-century", "date", "18", "18XX")]),
    ("spelled_year", "back in nineteen ninety-six", [("nineteen ninety-six", "date", "1996", "1996")]),
    ("fall_in_which_something_opens", "the plant will open in the fall", [("the fall", "date", "2025-FA", "2025-09/2025-11")]),
    ("fall_in_which_somebody_died", "he died in the fall of 1994", [("the fall of 1994", "date", "1994-FA", "1994-09/1994-11")]),
    ("season_of_a_year", "the winter of 1994", [("the winter of 1994", "date", "1994-WI", "1994-12/1995-02")]),
    ("last_summer", "fires of last summer", [("last summer", "date", "2025-SU", "2025-06/2025-08")]),
    ("quarter_just_over", "Sales fell in the third quarter.", [("the third quarter", "date", "2025-Q3", "2025-07/2025-09")]),
    ("quarter_of_a_year", "in the first quarter of 2024", [("the first quarter of 2024", "date", "2024-Q1", "2024-01/2024-03")]),
    ("half_of_a_year", "the second half of 2024", [("the second half of 2024", "date", "2024-H2", "2024-07/2024-12")]),
    ("a_year_earlier_than_the_quarter_reported", "Profit in the third quarter rose from 5 million a year earlier.",
     [("the third quarter", "date", "2025-Q3", "2025-07/2025-09"), ("a year earlier", "date", "2024-Q3", "2024-07/2024-09")]),
    ("a_year_ago_without_a_quarter", "He retired a year ago.", [("a year ago", "date", "2024", "2024")]),
    ("fiscal_year_of_japan", "Japan's fiscal 2026 plan", [("fiscal 2026", "date", "2026", "2026-04/2027-03")]),
    ("fiscal_year_of_the_us", "the U.S. fiscal 2026 request", [("fiscal 2026", "date", "2026", "2025-10/2026-09")]),
    ("fiscal_year_of_britain_in_a_sentence_on_spending", "Britain will raise defence spending in fiscal 2026.", [("fiscal 2026", "date", "2026", "2025-04/2026-03")]),
    ("span_of_two_years", "the 2012-13 season", [("2012-13", "date", "2012/2013", "2012/2013")]),
    ("two_dates_are_two", "from 1990 to 1994", [("1990", "date", "1990", "1990"), ("1994", "date", "1994", "1994")]),
    ("ago_keeps_the_grain_of_its_unit", "three years ago, two months ago and ten days ago",
     [("three years ago", "date", "2022", "2022"), ("two months ago", "date", "2025-08", "2025-08"), ("ten days ago", "date", "2025-10-19", "2025-10-19")]),
    ("weeks_before_a_named_day", "two weeks before Christmas", [("two weeks before Christmas", "date", "2025-12-11", "2025-12-11")]),
    ("days_later_count_from_the_date_before", "It sank on June 3, 2020. Two days later divers found it.",
     [("June 3, 2020", "date", "2020-06-03", "2020-06-03"), ("Two days later", "date", "2020-06-05", "2020-06-05")]),
    ("that_year_is_the_one_before", "The law passed in 1998. Later that year it was struck down.",
     [("1998", "date", "1998", "1998"), ("Later that year", "date", "1998", "1998-09/1998-12")]),
    ("nth_day_of_a_month", "the 15th day of next month", [("the 15th day of next month", "date", "2025-11-15", "2025-11-15")]),
    ("first_week_of_a_year", "the first week of 2021", [("the first week of 2021", "date", "2021-W01", "2021-01-04/2021-01-10")]),
    ("counted_day_of_something", "The siege is in its 400th day.", [("400th day", "date", "2025-10-29", "2025-10-29")]),
    ("moveable_holiday", "until Easter 2024", [("Easter 2024", "date", "2024-03-31", "../2024-03-31")]),
    ("thanksgiving_of_last_year", "last Thanksgiving", [("last Thanksgiving", "date", "2024-11-28", "2024-11-28")]),
    ("twelve_hour_clock_on_a_weekday", "at 7:15 p.m. on Monday", [("7:15 p.m. on Monday", "time", "2025-10-27T19:15", "2025-10-27")]),
    ("clock_before_the_afternoon_of_a_weekday", "at 2:48 Tuesday afternoon", [("2:48 Tuesday afternoon", "time", "2025-10-28T14:48", "2025-10-28")]),
    ("clock_behind_the_night_of_a_weekday", "on Monday night at 9:10", [("Monday night at 9:10", "time", "2025-10-27T21:10", "2025-10-27")]),
    ("clock_before_a_morning", "at 12:20 Monday morning", [("12:20 Monday morning", "time", "2025-10-27T00:20", "2025-10-27")]),
    ("small_hours_of_a_night", "at 1:40 Monday night", [("1:40 Monday night", "time", "2025-10-27T01:40", "2025-10-27")]),
    ("clock_with_a_zone", "before 9 a.m. EDT Friday", [("9 a.m. EDT Friday", "time", "2025-10-24T09:00", "2025-10-24")]),
    ("hour_whose_day_is_not_told", "The train left at 14:30.", [("14:30", "time", "2025-10-29T14:30", None)]),
    ("hour_of_the_day_named_before", "It sank on Monday. Divers came at 14:30.",
     [("Monday", "date", "2025-10-27", "2025-10-27"), ("14:30", "time", "2025-10-27T14:30", "2025-10-27")]),
    ("night_of_an_event", "on the night of the crash", [("the night", "time", None, None)]),
    ("part_of_a_weekday", "Monday night local time", [("Monday night", "time", "2025-10-27TNI", "2025-10-27")]),
    ("last_night", "shelled last night", [("last night", "time", "2025-10-28TNI", "2025-10-28")]),
    ("noon", "at noon Saturday", [("noon Saturday", "time", "2025-10-25T12:00", "2025-10-25")]),
    ("length", "a three-week truce", [("a three-week", "duration", "P3W", None)]),
    ("length_and_a_half", "for 2 1/2 years", [("2 1/2 years", "duration", "P2Y6M", None)]),
    ("half_an_hour", "for half an hour", [("half an hour", "duration", "PT30M", None)]),
    ("sentence_of_years", "jailed for five years, two suspended", [("five years", "duration", "P5Y", None)]),
    ("length_ahead_of_a_plan", "two years ahead of schedule", [("two years", "duration", "P2Y", None)]),
    ("vague_length", "for several years", [("several years", "duration", "PXY", None)]),
    ("past_length_ends_now", "in the past three weeks", [("the past three weeks", "duration", "P3W", "2025-10-08/2025-10-29")]),
    ("coming_length_begins_now", "over the next two days", [("the next two days", "duration", "P2D", "2025-10-29/2025-10-31")]),
    ("every_day", "flown every day", [("every day", "set", "P1D", None)]),
    ("every_monday", "every Monday", [("every Monday", "set", "XXXX-WXX-1", None)]),
    ("weekly", "a weekly briefing", [("weekly", "set", "P1W", None)]),
    ("now", "who now leads it", [("now", "date", "PRESENT_REF", "2025-10-29")]),
    ("recently", "who recently left", [("recently", "date", "PAST_REF", "../2025-10-29")]),
    ("clock_glued_to_its_half_of_the_day", "around 8:20pm on Saturday", [("around 8:20pm on Saturday", "time", "2025-10-25T20:20", "2025-10-25")]),
    ("end_of_a_range_of_hours", "from 2-6 p.m. Monday", [("2-6 p.m. Monday", "time", "2025-10-27T18:00", "2025-10-27")]),
    ("clock_with_day_and_part", "at 6am on Sunday morning", [("6am on Sunday morning", "time", "2025-10-26T06:00", "2025-10-26")]),
    ("span_of_years_cut_short", "from 2003-07", [("2003-07", "date", "2003/2007", "2003/2007")]),
    ("month_in_iso", "dated 2016-03", [("2016-03", "date", "2016-03", "2016-03")]),
    ("minutes_later_hang_on_what_went_before", "He died 90 minutes later.", [("90 minutes later", "date", "2025-10-29", None)]),
    ("three_and_a_half", "a four-and-a-half year sentence", [("four-and-a-half year", "duration", "P4Y6M", None)]),
    ("year_before_people", "In 1998 people fled.", [("1998", "date", "1998", "1998")]),
    ("week_of_a_day", "the week of April 8, 2024", [("the week of April 8, 2024", "date", "2024-W15", "2024-04-08/2024-04-14")]),
    ("weekdays_as_a_set", "open on Mondays", [("Mondays", "set", "XXXX-WXX-1", None)]),
    ("times_a_year", "twice a year", [("a year", "set", "P1Y", None)]),
    ("day_of_this_month", "on the 16th of this month", [("the 16th of this month", "date", "2025-10-16", "2025-10-16")]),
    ("the_next_day_after_nothing", "The next day he left.", [("The next day", "date", "2025-10-30", None)]),
    ("the_past", "as it did in the past", [("the past", "date", "PAST_REF", "../2025-10-29")]),
    ("same_period_a_year_earlier", "in the third quarter, against the same period last year",
     [("the third quarter", "date", "2025-Q3", "2025-07/2025-09"), ("the same period last year", "date", "2024-Q3", "2024-07/2024-09")]),
    ("iso_moment", "logged 2025-10-20T14:05:00Z", [("2025-10-20T14:05:00Z", "time", "2025-10-20T14:05:00", "2025-10-20")]),
    ("dateline_tag_leaves_the_day", "TOKYO (AP) - Ministers met Monday.", [("Monday", "date", "2025-10-27", "2025-10-27")]),
]  # fmt: skip

QUIET: list[tuple[str, str]] = [
    ("a_result_before_may_the_verb", "It lost 22-25 and may go down."),
    ("numbers_that_fall", "Scores of 25-22 were seen."),
    ("two_numbers_and_a_march", "Groups of 4 and 5 march through town."),
    ("ten_to_twelve_men", "They found ten to twelve men."),
    ("a_result_said_in_words", "They won by ten to three, and the vote was ten to two."),
    ("opening_hours_in_words", "It is open from ten to five."),
    ("a_move_from_nine_to_seven", "They cut the crew from 9 to 7."),
    ("a_range_of_schools", "at 10 to 12 schools"),
    ("may_the_verb", "Prices may rise and it may not help."),
    ("may_the_name", "Theresa May said the deal was dead."),
    ("may_opening_a_wish", "May they rest."),
    ("march_the_verb", "Thousands march through the capital."),
    ("march_the_event", "the March for Justice drew a crowd"),
    ("august_the_adjective", "an august body"),
    ("second_the_ordinal", "the second battery"),
    ("second_in_command", "his second wife"),
    ("fall_the_verb", "Prices fall and fall."),
    ("fall_of_a_city", "the fall of Saigon"),
    ("fall_that_kills", "two men were killed by the fall"),
    ("fall_survived", "a climber survived the fall"),
    ("fall_suffered", "with bruises suffered in the fall"),
    ("fall_that_breaks", "a hip fractured by the fall"),
    ("fall_without_harm", "they were unhurt by the fall"),
    ("fall_that_hurts", "she broke an arm in the fall"),
    ("spring_the_verb", "they spring into action"),
    ("sat_the_verb", "He sat down."),
    ("sat_at_the_start", "Sat on a bench, he wept."),
    ("sun_the_star", "The Sun is a star."),
    ("sun_the_paper", "The Sun said so."),
    ("wed_the_verb", "They wed in church."),
    ("mar_the_verb", "It could mar the game."),
    ("mon_ami", "Mon ami!"),
    ("dec_of_a_name", "Ant and Dec hosted."),
    ("count_with_a_comma", "2,012 people fled"),
    ("count_of_people_that_looks_like_a_year", "killed 1998 people"),
    ("sum_of_money", "It cost $1998 in all"),
    ("always_open", "open 24/7"),
    ("an_attack_named_by_its_date", "after 9/11"),
    ("score", "won 3-2"),
    ("score_with_a_colon", "They lost 21:19."),
    ("ratio", "a ratio of 3:2"),
    ("case_number", "Resolution 1973 passed"),
    ("flight_number", "Flight 1998 vanished"),
    ("route_number", "along Route 1950"),
    ("model_name", "a Boeing-1900"),
    ("street_number", "1600 Pennsylvania Avenue"),
    ("phone_number", "call 555-1998"),
    ("section_number", "under Section 2010"),
    ("id_with_letters", "file AB1998C"),
    ("percent", "up 2010 percent"),
    ("kilometres", "some 2000 km away"),
    ("decimal", "a reading of 2010.5"),
    ("age_in_years", "a 20-year-old base"),
    ("age_after_a_name", "she is 35 years old"),
    ("age_in_decades", "a man in his 30s"),
    ("three_quarters_of_something", "three-quarters of voters"),
    ("quarter_of_a_town", "the Latin Quarter"),
    ("good_evening", "Good evening, viewers."),
    ("as_soon_as", "as soon as it rains"),
    ("a_title", 'on "This Week" he spoke'),
    ("a_programme", "on '60 Minutes' he spoke"),
    ("date_of_nothing", "to date her"),
    ("point_of_view", "up to par"),
    ("a_moment", "wait a moment"),
    ("year_inside_an_address", "the x1984 site"),
    ("hex", "error 0x2010"),
    ("minute_the_adjective", "in minute detail"),
    ("our_without_its_letter", "the our of need"),
    ("days_in_a_word", "holidays and birthdays"),
    ("monday_in_a_word", "Mondayish"),
    ("seasoned", "a seasoned wintery chef"),
    ("noon_in_a_word", "afternoonish"),
    ("empty", ""),
    ("spaces", "   \n\n  "),
    ("digits_only", "12345678901234567890"),
    ("punctuation", "--- ... !!! ???"),
    ("other_script", "年月日"),
    ("old_hand", "an old hand"),
    ("ms_may", "Ms. May was there."),
    ("judge_march", "Judge March agreed."),
    ("last_name", "his last name"),
    ("next_door", "the house next door"),
    ("this_one", "this one and that one"),
    ("early_bird", "an early bird"),
    ("ahead", "two goals ahead"),
    ("no_unit", "three of the four"),
    ("block_number", "in the 1900 block of Elm Street"),
    ("house_number", "at 2136 North Lobdell Avenue"),
    ("extension", "call Ext. 2002"),
    ("count_that_looks_like_a_year", "about 2045 people"),
    ("first_name", "said Jessica May, who teaches there"),
    ("paper_of_a_day", "told the Evening Daily Record"),
    ("programme_of_a_night", "on World News Tonight"),
    ("dawn_the_name", "Officer Dawn Adams spoke."),
    ("sleep_at_night", "how do they sleep at night"),
    ("night_club", "a night club"),
    ("past_season", "benched in the past season"),
    ("ages_in_a_range", "children of 6 and 14 years old"),
    ("men_in_their_forties", "men in 30's or 40s"),
    ("half_of_a_game", "scored twice in the second half"),
    ("rate", "five million dollars a year"),
    ("quarter_of_the_voters", "a quarter of voters"),
    ("more_than_a_quarter", "more than a quarter of homes"),
    ("a_second_of_a_kind", "a second ship sank"),
    ("soon_enough", "a job soon enough"),
    ("hot_springs", "in Hot Springs on foot"),
    ("sun_belt", "the Sun Belt states"),
    ("minutes_in_a_name", "at the Glory Days restaurant"),
    ("post_box", "Box 1998, Springfield"),
    ("road_number", "Highway 2001 is shut"),
    ("page_number", "on page 1789"),
    ("may_be", "It may be so."),
    ("turn_of_events", "at the turn of the tide"),
    ("last_one_standing", "the last man"),
    ("third_of", "a third of them"),
    ("hundred_years_war_of_words", "hundreds of people"),
    ("may_in_a_question", "Why may he not?"),
    ("august_company", "in august company"),
    ("april_the_name", "Judge April Newman ruled."),
    ("june_the_name", "said June Carter"),
    ("version_number", "version 2010.2"),
    ("price", "about $2,010"),
    ("odds", "odds of 10 to 1"),
    ("degree", "a 45-degree turn"),
    ("sunday_paper", "told the Sunday Telegraph"),
    ("a_day_with_a_name", "after Bloody Sunday"),
    ("general_march", "said Gen. March"),
    ("sunday_school", "taught Sunday school"),
    ("running_time", "Video 2:26 How it works"),
    ("price_with_a_point", "the share rose to 8.40 in the end"),
    ("figures_of_no_clock", "0730 Pacific salmon were counted"),
    ("hours_of_a_desk", "call 2140 for help"),
    ("week_of_a_name", "the first Fashion Week"),
    ("weekend_of_a_name", "the band Vampire Weekend"),
    ("opens_a_door", "who opens the door"),
    ("faces_in_a_crowd", "two faces in the crowd"),
    ("a_score_in_the_evening_cup", "a 9.15 in the freestyle"),
    ("a_lift_of_four_figures", "lift 0240 to the top"),
    ("a_hall_of_morning_light", "a hall of light and air"),
    ("a_stand_at_a_fair", "stand 10.27 at the fair"),
    ("a_shelf_mark", "shelf 12.40 in the hall"),
    ("a_gate_of_pacific_road", "at 3140 Pacific Road"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in FIRING], ids=[case[0] for case in FIRING])
def test_time_is_read(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    assert [(m.text, m.kind, m.timex, m.edtf) for m in find_times(text, published=WEDNESDAY)] == expected


@pytest.mark.parametrize("text", [case[1] for case in QUIET], ids=[case[0] for case in QUIET])
def test_what_is_no_time_stays_quiet(text: str) -> None:
    assert find_times(text, published=WEDNESDAY) == []


def test_cases_fire_and_stay_quiet_in_even_number() -> None:
    assert abs(len(FIRING) - len(QUIET)) <= 4
    for cases in (FIRING, QUIET):
        names = [case[0] for case in cases]
        assert len(names) == len(set(names))


def test_relative_time_without_a_date_is_unresolved_and_says_why() -> None:
    (mention,) = find_times("It closed last Friday.")
    assert (mention.timex, mention.edtf, mention.interval) == ("XXXX-WXX-5", None, None)
    assert mention.unresolved == "relative to the article's date, which is not known"


def test_absolute_time_needs_no_date() -> None:
    (mention,) = find_times("It closed on 3 May 2021.")
    assert (mention.edtf, mention.unresolved) == ("2021-05-03", None)


def test_a_day_that_does_not_exist_has_no_interval() -> None:
    (mention,) = find_times("on Feb. 30, 2019")
    assert (mention.timex, mention.edtf, mention.unresolved) == ("2019-02-30", None, "no such day")


def test_what_counts_from_an_event_is_unresolved() -> None:
    (mention,) = find_times("two days after the vote", published=WEDNESDAY)
    assert (mention.timex, mention.edtf, mention.unresolved) == ("P2D", None, "counted from something that has no date here")


def test_a_fiscal_year_of_nobody_is_as_wide_as_all_of_them() -> None:
    (mention,) = find_times("sales in fiscal 2026", published=WEDNESDAY)
    assert (mention.edtf, mention.unresolved) == ("2025-04/2027-03", "a fiscal year, and whose is not told")


@pytest.mark.parametrize(
    ("fiscal", "edtf"), [("JP", "2026-04/2027-03"), (10, "2025-10/2026-09"), ("AU", "2025-07/2026-06"), ("IN", "2025-04/2026-03")]
)
def test_a_fiscal_year_follows_the_rule_given(fiscal: str | int, edtf: str) -> None:
    assert find_times("sales in fiscal 2026", fiscal=fiscal)[0].edtf == edtf


def test_a_date_in_figures_is_american_and_says_what_else_it_may_be() -> None:
    (mention,) = find_times("due 03/04/2025")
    assert (mention.edtf, mention.note) == ("2025-03-04", "3/4 may also be read day first")


def test_a_date_in_figures_may_be_read_day_first() -> None:
    (mention,) = find_times("due 03/04/2025", day_first=True)
    assert (mention.edtf, mention.note) == ("2025-04-03", "3/4 may also be read month first")


def test_a_date_in_figures_with_a_day_above_twelve_is_plain() -> None:
    (mention,) = find_times("due 25/12/2024")
    assert (mention.edtf, mention.note) == ("2024-12-25", None)


def test_the_day_something_began_is_noted() -> None:
    (mention,) = find_times("The war is in its 400th day", published=WEDNESDAY)
    assert mention.note == "day 400: it began on 2024-09-25"


def test_a_date_and_time_counts_as_its_day() -> None:
    moment = datetime.fromisoformat("2025-10-29T23:30:00+09:00")
    assert find_times("yesterday", published=moment)[0].edtf == "2025-10-28"
    assert find_times("yesterday", published="2025-10-29T23:30:00+09:00")[0].edtf == "2025-10-28"


def test_an_undated_article_answers_where_both_ends_agree() -> None:
    written = Interval(date(2025, 10, 27), date(2025, 10, 29))
    (mention,) = find_times("earlier this month", published=written)
    assert (mention.timex, mention.unresolved) == ("2025-10", None)


def test_an_undated_article_gives_the_hull_where_they_do_not() -> None:
    written = Interval(date(2025, 10, 27), date(2025, 10, 29))
    (mention,) = find_times("yesterday", published=written)
    assert (mention.timex, mention.edtf, mention.unresolved) == (None, "2025-10-26/2025-10-28", "the article was written in 2025-10-27/2025-10-29")


def test_an_article_dated_on_one_side_only_leaves_relative_time_open() -> None:
    (mention,) = find_times("yesterday", published=Interval(date(2025, 10, 27), None))
    assert mention.interval is None
    assert mention.unresolved


def test_a_wrong_date_of_publication_is_refused() -> None:
    with pytest.raises(ValueError, match="yesterday"):
        find_times("today", published="yesterday")
