"""Words that tell little of which event an article is about: grammar, parts of names that say what kind of thing is named, and names of media."""

from __future__ import annotations

COMMON = frozenset(
    """about above according across after again against ahead almost alone along already also although always among another anyone anything around
    asked away back became because been before began behind being believe below between both brought called came cannot case come could days
    does doing done down during each early either else enough even ever every everyone find first five following former found four from gave
    give given goes going gone good great half hard have having here high himself hold home however hundred including inside into itself just
    keep kept know known large last late later least left less like likely little live long look made make making many maybe members might
    minutes month months more morning most much must named near nearly need never next night nine none nothing number officials often once only
    open other others outside over part people perhaps place point police rather really received recent report reported reports right said same
    saying says second seen sent seven several should show side since small some someone something soon spokesman spokeswoman started state
    statement still such sunday take taken taking tell than that their them then there these they thing things think third this those though
    thought three through time times today together told took toward trying turned under until upon used very want wanted week weekend weeks
    well went were what when where whether which while whole whose will with within without woman women work working would year years yesterday
    young your""".split()
)

# They stand in the names of very many things ("Mercy Hospital", "Ekman Savings Bank"), and count as the words that they are.
KINDS = frozenset(
    """academy acquisition act action affairs agency air airlines airport airways america american americans area army arts assembly assistant
    association atlantic attorney authority avenue bank banking bar bay beach big board boulevard branch bridge broadcasting brothers building
    bureau business cabinet campus capital castle cathedral catholic center central centre chamber channel chapel chief children christian
    church circuit city civil clinic club coast college commerce commission committee communications community company computer conference
    congress conservation constitution consulate coroner corporation council county court courthouse creek crime criminal cross crown customs
    daily data defence defense democratic democrats department development district division downtown drive eastern economic education electric
    electronics elementary embassy emergency energy engineering enterprises environment environmental european exchange express faculty family
    federal federation field finance financial fire food foods force forces foreign forest fort foundation free friends fund gardens gas gazette
    general geological global government governor grand great green group guard hall harbor harbour health heights herald highway hill hills
    holdings holy home homeland hospital hotel house housing human immigration index industrial industries information institute institution
    insurance intelligence interior internal international internet investigation investments island islands jail journal justice juvenile king
    kingdom labor labour lake land lane law league legal liberal liberty library life limited little local lodge lord main management manor
    manufacturing marine maritime market mayor media medical medicine memorial metro metropolitan middle military mill mine ministry monetary
    motor motors mount mountain municipal museum music national nations naval navy network networks new north northeast northern northwest
    nuclear ocean office oil old orchestra order organisation organization pacific palace park parkway parliament partners partnership party
    peace petroleum pharmaceuticals pier place plant plaza police political port post power premier prime prison products program prosecutor
    protection provincial public queen radio rail railroad railway recovery recreation red reform regional relations relief republic republican
    republicans rescue research reserve resort resources revenue rights river road royal rural safety saint sales savings school schools science
    sciences sea secretary securities security senate senator senior series service services sheriff shopping side societe society software
    solutions south southeast southern southwest space springs square stadium standard star states station statistics steel stock store street
    studios summit sun superior support supreme survey systems tax team technical technologies technology telecommunications temple theater
    theatre tower town township trade transport transportation treasury treaty tribunal trust union unit united university upper valley village
    ward water west western white world young youth zone zoo""".split()
)

# Legal forms, and media and services that articles of all kinds credit or point to.
SILENT = frozenset(
    """abc afp associated ave bbc bloomberg blvd cbs cie cnn copyright corp dpa efe facebook fox from getty gmbh google inc instagram interfax
    kyodo llc ltd nbc news photo plc press reuters spa sports tass the twitter update upi video weather whatsapp xinhua youtube""".split()
)
