"""The words of generated news: sentences with choices `[a|b]` and slots `<name>`, parts of invented names, all made up for this purpose.

A fact has several wordings, in each of which `<fact>` stands for its figure. The other sentences have no figure that
another outlet could contradict, except where a slot gives one that is the same for all outlets of the event.
"""

# ruff: noqa: E501
# A sentence stays on one line: its choices are then seen at once.

from __future__ import annotations

GIVEN = """Anna Boris Carla Daniel Elena Farid Greta Hugo Irene Jonas Karin Lucas Maria Nadia Oscar Paula Quentin Rosa Simon Tara Ursula Victor Wanda Yusuf Zoe
Alan Bella Cyril Diana Emil Fiona Gustav Helena Ivan Julia Kevin Laura Martin Nora Olga Peter Rita Samuel Teresa Ulrich Vera Walter Yvonne Adam Bruno Clara
David Edith Felix Gloria Henry Ingrid Jakob Klara Leon Monica Nils Otto Petra Ralph Sonia Thomas Valerie Xavier Amir Beata Conrad Dora Erik Frida""".split()
ONSETS = (
    "Bar Kel Mor Tan Vel Hol Dru Fen Gar Lin Pas Rud Ost Ham Jor Kav Lund Mer Nol Orb Pel Quar Ros Stel Tor Ulm Vas Wend Yar Zel Brem Crav".split()
)
MIDDLES = "a e i o u an er il on ar in el am or uv et ov is al ad".split()
ENDS = "sen ton ski va nik dor mann berg kov ley ric din las mir gard stad nes tova lund holm rak mont vic ros tem bald rand dal quist wick".split()
TOWN_ENDS = (
    "ford burg mouth stead haven bridge field vale minster ness by thorpe combe wold mere ara ena ilia oro una esti itza avik okta amba".split()
)
TOWN_FRONTS = ("", "", "", "", "", "Port ", "East ", "New ", "Upper ", "Santa ")
FIRM_ENDS = "Foods Motors Energy Holdings Textiles Mining Airlines Pharma Software Logistics Cement Steel Telecom Media Chemicals".split()
CLUB_ENDS = "Rovers Wanderers Athletic Rangers Stars Harriers Albion Dynamo".split()
COUNTRIES = """Chile Peru Bolivia Ecuador Guatemala Honduras Nicaragua Albania Croatia Romania Bulgaria Greece Portugal Morocco Tunisia Algeria Senegal Ghana
Kenya Uganda Tanzania Zambia Malawi Mozambique Angola Namibia Nepal Bangladesh Vietnam Cambodia Laos Mongolia Kazakhstan Uzbekistan Armenia Azerbaijan""".split()
OFFICES = ("health minister", "transport minister", "education minister", "agriculture minister", "energy minister", "trade minister")
OUTLETS = tuple(
    f"{place} {kind}" for place in ("Northern", "Harbour", "Union", "Central", "Coast", "Valley") for kind in ("Post", "Herald", "Wire", "Gazette")
)

AGENCIES = {
    "earthquake": "Civil Protection",
    "shooting": "Police Directorate",
    "fire": "Fire Service",
    "takeover": "Business Register",
    "election": "Election Board",
    "minister": "Policy Institute",
    "match": "Football Union",
}

# kind of event: what tells of it without a figure of its own
LEADS = {
    "earthquake": (
        "[A strong|A powerful|A violent] earthquake [shook|struck|hit|rattled] <town> in <country> on <day>[, officials said|, the <agency> said|].",
        "[Rescuers|Soldiers and volunteers] [searched|dug] through [rubble|collapsed homes] in <town>, <country>, after an earthquake on <day>.",
        "An earthquake [brought down|toppled|flattened] [buildings|houses] in <town> in the <region> [region|area] of <country> on <day>.",
    ),
    "shooting": (
        "A [gunman|man with a rifle|shooter] [opened fire|began shooting] [at|in|outside] <site> in <town>, <country>, on <day>[, police said|].",
        "Police in <town>, <country>, [said|confirmed] that a shooting [broke out|took place|happened] at <site> on <day>.",
        "[Gunfire|A shooting] at <site> in the <country> town of <town> [sent people running|set off panic|led to a manhunt] on <day>.",
    ),
    "fire": (
        "A fire [tore|swept|raced] through <site> in <town>, <country>, on <day>[, the <agency> said|].",
        "[Flames|A blaze] [destroyed|gutted|consumed] <site> in <town> in <country> on <day>.",
        "Firefighters [battled|fought|struggled with] a blaze at <site> in the <country> town of <town> on <day>.",
    ),
    "takeover": (
        "<firm> of <country> [agreed|said it had agreed] on <day> to [buy|take over|acquire] its rival <target>.",
        "<target> will be [bought|taken over|acquired] by <firm>, the two companies in <country> [announced|said] on <day>.",
        "The [boards|directors] of <firm> and <target> [approved|signed off on] a merger on <day>, after [weeks|months] of talks in <town>.",
    ),
    "election": (
        "[Voters|People] in the <region> region of <country> [went to the polls|chose a new governor|voted for a governor] on <day>.",
        "<person> [won|claimed victory in|came first in] the election for governor of <region> in <country> on <day>.",
        "The [race|contest] for governor of <region>, <country>, [ended|was decided] on <day> with a [win|victory] for <person>.",
    ),
    "minister": (
        "<Office> <old> of <country> [left the cabinet|gave up the post] on <day> [after a row over spending|amid criticism of delays|at the end of a long dispute].",
        "<country> [has a new|got a new|changed its] <office> on <day>, after <old> [stepped aside|fell out with colleagues|lost the support of the party].",
        "A cabinet [reshuffle|shake-up] in <country> on <day> [ended the career of|cost the job of] <old>.",
    ),
    "match": (
        "<firm> [beat|overcame|defeated] <target> [at home|before a home crowd|in the cup] in <town>, <country>, on <day>.",
        "<person> [scored|struck] [late|twice|early] as <firm> [won|prevailed] against <target> in <town> on <day>.",
        "<target> [lost|went down] to <firm> in <town>, <country>, on <day>[ despite a strong start| after a dull first half|].",
    ),
}
DETAILS = {
    "earthquake": (
        "[Power|Electricity] and [telephone|water] lines were [cut|down] in [much|parts] of <region>, and [trucks|convoys] [set out|left] with [tents|blankets].",
        "<person>, who [teaches|lives|works] in <town>, said the walls [swayed|shook] and [plates|books] fell from the shelves.",
        "The [hospital|clinic] in <town> [treated|received] the [hurt|wounded] in its [courtyard|car park] for fear of aftershocks.",
        "The <agency> [asked|told|urged] residents of <region> to [stay outdoors|keep away from damaged houses|boil their water].",
        "[Landslides|Falling rocks] [blocked|closed] the [mountain|coastal] road between <town> and <neighbour>.",
        "[Cracks|Deep cracks] [opened|appeared] in the [tower|front] of the old [church|mosque|town hall] of <town>.",
    ),
    "shooting": (
        "[Detectives|Officers] [gathered|collected] [shell casings|camera footage] [near|around] <site> and [spoke with|questioned] [neighbours|shopkeepers].",
        "<person>, [who was buying bread|who runs a kiosk|a teacher], [hid|took cover] behind a [van|counter] until the [noise|shots] [stopped|ended].",
        "Investigators [under <officer>|led by <officer>] [have not named|did not speak of] a motive, and [the weapon|a rifle] was [recovered|found] nearby.",
        "[Flowers|Candles] were [laid|placed] [outside|near] <site>, where [friends|relatives] [gathered|met] for a vigil.",
        "The mayor of <town>, <mayor>, [cancelled|called off] a [concert|fair] and [asked|called] for calm.",
        "[Schools|Offices] [around|near] <site> [were locked down|kept their doors shut] for hours.",
    ),
    "fire": (
        "[Crews|Engines] from <neighbour> [joined|helped] the firefighters of <town> [through the night|until dawn].",
        "[Smoke|A column of smoke] could be [seen|smelled] as far as <neighbour>, <person> [said|recalled].",
        "The <agency> [suspects|points to] an electrical fault, but <officer> [said|warned] that the [inquiry|investigation] had only begun.",
        "[Neighbours|Passers-by] [carried|led] [older people|children] [down the stairs|out of the building] before the [ladders|engines] arrived.",
        "[Strong|Dry] winds [drove|carried] the sparks towards the [harbour|timber yard] of <town>.",
        "<mayor>, the mayor of <town>, [promised|offered] [shelter|clothes and food] to those who [cannot go home|lost their homes].",
    ),
    "takeover": (
        "[Shareholders|Investors] of <target> [must still|have yet to] [vote on|approve] the [deal|offer], [analysts|bankers] [noted|said].",
        "<person>, who [founded|built up] <target>, will [leave|retire] once the [merger|purchase] is [complete|closed].",
        "The [competition|antitrust] [office|authority] of <country> is [expected|likely] to [look closely at|examine] the [overlap|combined market share] in <town>.",
        "[Unions|Workers] in <neighbour> [fear|worry] that the [plant|office] there [may|could] be [closed|sold].",
        "<officer>, an analyst in <town>, [called|described] the [price|offer] as [generous|steep|fair].",
        "The [two firms|companies] [have been rivals|competed] in <region> for [decades|a generation].",
    ),
    "election": (
        "<person> [campaigned on|promised] [cheaper housing|better roads|new schools], while <rival> [spoke of|warned about] [debt|crime].",
        "[Observers|Monitors] [reported|noted] [long lines|few problems] at [polling stations|schools used for voting] in <town>.",
        "<rival> [conceded|congratulated the winner] [late at night|before midnight] in a [short|brief] speech in <neighbour>.",
        "<officer> of the <agency> said the [count|tally] was [complete|all but complete] and that [complaints|appeals] were [few|rare].",
        "The [outgoing|departing] governor, <mayor>, [did not run|was barred from running] again.",
        "[Farmers|Young voters] in <region> [turned against|deserted] the [old guard|established parties], [pollsters|researchers] said.",
    ),
    "minister": (
        "[Opposition|Rival] politicians in <town> had [called|pressed] for the [change|departure] [since the spring|for months].",
        "<person>, [an analyst|a lecturer] at the university of <neighbour>, [spoke of|saw] a [gamble|sensible choice].",
        "The [ministry|department] [has struggled|wrestled] with [strikes|shortages|debts], and <officer> of the <agency> [expects|foresees] no quick change.",
        "[Colleagues|Friends] [describe|praise] <new> as [patient|stubborn|well prepared].",
        "<mayor>, who [leads|heads] the largest union of <region>, [asked for|demanded] an early meeting.",
    ),
    "match": (
        "<rival>, the coach of <target>, [blamed|pointed to] [tired legs|a slow pitch|missed chances].",
        "[Rain|Wind] [made|kept] the [pitch|grass] [heavy|slick], and [both sides|the players] [slipped|struggled].",
        "<officer> [saved|parried] a [shot|header] [before the break|late on] and was [cheered|applauded] by the [crowd|stands].",
        "The [supporters|fans] from <neighbour> [sang|drummed] until the [lights|floodlights] went out.",
        "<person> [limped off|left the field] with a [sore|twisted] [knee|ankle] and [will be examined|sees a doctor].",
    ),
}
# kind of event: fact: (kind of number, wordings)
FACTS = {
    "earthquake": {
        "killed": ("toll", ("[The quake|The earthquake] killed <fact> people[ in <town>|, the <agency> said|].", "<Fact> people were killed[ in the earthquake|, according to the <agency>|].", "The death toll [stood at|rose to|reached] <fact>[, the <agency> said|].")),
        "injured": ("toll", ("<Fact> people were injured[ by falling walls| in the earthquake|].", "[It|The quake] also injured <fact> people[, hospitals said|].", "Another <fact> people were hurt[, said <officer> of the <agency>|].")),
        "homes": ("count", ("<Fact> homes were [destroyed|ruined] in <region>[, the <agency> said|].", "The [tremor|quake] [destroyed|ruined] <fact> homes in <region>.")),
    },
    "shooting": {
        "killed": ("small", ("The [gunman|attacker] killed <fact> people[ and fled|, police said|].", "<Fact> people were killed[ in the attack|, police said|].", "<Fact> people were shot dead[ at <site>|, <officer> said|].")),
        "injured": ("small", ("<Fact> others were wounded[, police said|].", "[Hospitals said|Doctors said] <fact> people were injured[ in the shooting|].", "<Fact> people were injured[, <officer> said| in the attack|].")),
        "officers": ("count", ("<Fact> police officers [searched|combed] the woods around <town>[ for the gunman|].", "<Officer> sent <fact> police officers to [search|comb] the woods around <town>.")),
    },
    "fire": {
        "injured": ("small", ("<Fact> people were injured[ in the fire|, the <agency> said|].", "The [fire|blaze] injured <fact> people[, <officer> said|].")),
        "killed": ("small", ("The [fire|blaze] killed <fact> people[, the <agency> said|].", "<Fact> people died[ in the flames| in the fire|].")),
        "residents": ("count", ("<Fact> residents were [evacuated|moved] from [homes|houses] near <site>.", "The <agency> [evacuated|moved] <fact> residents from [homes|houses] near <site>.")),
        "firefighters": ("count", ("<Fact> firefighters [fought|battled] the [flames|blaze] in <town>.", "[In all|Altogether], <fact> firefighters [fought|battled] the [flames|blaze] in <town>.")),
    },
    "takeover": {
        "price": ("money", ("The deal [values|puts a value on] <target> at <fact>.", "<firm> will pay <fact> for <target>[ in cash|].", "The takeover of <target> is worth <fact>[, the companies said|].")),
        "jobs": ("count", ("<target> [employs|has] <fact> workers in <region>[ and abroad|].", "<Fact> workers in <region> are employed by <target>.")),
    },
    "election": {
        "votes": ("large", ("<person> won <fact> votes[, the <agency> said|].", "<Fact> votes [were cast for|went to] <person>[, according to the <agency>|].")),
        "turnout": ("share", ("Turnout was <fact> percent[, the <agency> said|].", "The <agency> put turnout at <fact> percent.")),
    },
    "minister": {
        "age": ("age", ("<new>, <fact>, [has served|sat] in parliament for [years|a long time].", "<new> is <fact> years old[ and comes from <town>|].")),
    },
    "match": {
        "crowd": ("large", ("A crowd of <fact> [spectators|fans] watched in <town>.", "<Fact> [spectators|fans] [watched|came to] the game in <town>.")),
    },
}  # fmt: skip
# the new holder of an office, told by every article on the change
HOLDERS = (
    "<new> was sworn in as <country>'s <office>[ at a short ceremony| in <town>|].",
    "<new> was appointed <office> of <country>[ by decree|].",
    "<new> became <country>'s <office>[ after a vote in parliament|].",
)
HISTORY = {
    "earthquake": "In <year>, <fact> people were killed [when a quake struck|by an earthquake in] the same [region|valley].",
    "shooting": "In <year>, <fact> people were killed in a shooting in <neighbour>.",
    "fire": "In <year>, <fact> people died when a warehouse burned in <neighbour>.",
}
SITES = "the bus station|the fish market|a shopping arcade|the river hotel|a furniture factory|the old theatre|a grain store|the railway yard|a night club".split(
    "|"
)
COMMON = (
    "<person> [told|explained to] [reporters|journalists] in <town> that [nobody|no one] had [expected|foreseen] [this|such a day].",
    '"[We|People here] [will need|are going to need] [time|patience] to [understand|take in] what [happened|this means]," said <mayor>[, who has lived in <town> for years|].',
    "[Local radio|A broadcaster] in <neighbour> [carried|sent] [interviews|reports] [all day|into the evening], and [many|some] [listeners|callers] [voiced|showed] [anger|relief|doubt].",
    "The [government|cabinet] of <country> [did not comment|made no statement|kept silent] [at first|for hours], [a habit|which is common] there.",
    "[Roads|The roads] [to|around] <neighbour> were [busy|crowded] [well into|through] the [evening|night].",
    "[Shops|Cafes] in the [centre|old quarter] of <town> [opened|closed] [late|early], and the [square|market] was [quiet|half empty].",
    "<rival>, [a councillor|a retired engineer|a nurse] from <neighbour>, [said|thought] the [authorities|officials] [had acted|had reacted] [quickly|too slowly].",
    "[Questions|Doubts] [remain|persist] about [how|why] the [warnings|letters] of <person> [were ignored|went unanswered].",
    "The <agency>, [which is based|whose main office is] in <town>, [plans|intends] to [publish|release] a [report|statement] [soon|before long].",
    "[Meanwhile|At the same time], [schools|clubs] in <region> [collected|gathered] [money|clothes|signatures].",
    "[Observers|Commentators] [compared|likened] the [events|news] to [earlier|older] [troubles|surprises] in <country>.",
    "<officer> [thanked|praised] [colleagues|volunteers] [for their work|for their patience] and [left|went away] without [taking questions|further comment].",
    "The [weather|sky] over <region> [stayed|remained] [grey|clear], [as forecast|as expected].",
    "[Historians|Old residents] [recall|remember] <town> as a [sleepy|lively] [port|market town] [with narrow lanes|on the river].",
    "[A cousin|A neighbour] of <person> [wept|shrugged] and [said|added] that <town> [would recover|had seen worse].",
    "[Parliament|The assembly] is [due|expected] to [discuss|debate] the [matter|case] [soon|in the coming weeks], [according to|said] <rival>.",
    "[Photographs|Pictures] [taken by|from] <person> [showed|captured] [people|families] [waiting|standing] [in the rain|under trees].",
    "[Trains|Buses] between <town> and <neighbour> [ran late|were delayed], [the operator|a spokeswoman] said.",
    "<mayor> [wants|hopes for] [help|support] from [the capital|abroad], but [few|hardly any] [officials|ministers] [have replied|answered].",
    "[Students|Pensioners] [interviewed|asked] [near|behind] the [library|post office] of <town> [gave|offered] [different|contrary] [views|answers].",
)
