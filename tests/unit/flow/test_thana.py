"""Names of thanas as people type them: in Devanagari, in roman letters, in English, with slips."""

import pytest

from functions.flow.sounds import sounds
from functions.flow.thana import Guess, guess
from satark.police_range.model import PoliceRange

# None of these spellings stands in the range's data.
TYPED = """
jaunpur/kotwali: kotwalee | kotwaly thana | थाना कोतवाली जौनपुर | city kotwali
jaunpur/line-bazar: line bajar | lain bajaar | लाईन बजार | linebajar thana | layn bazar
jaunpur/zafarabad: jafrabad | zafrabad | जफ़राबाद | zafarabaad | जफराबद
jaunpur/sarai-khwaja: sarai khwaza | sray khwaja | सराए ख्वाजा | saraykhwaja | सरायख़्वाजा
jaunpur/gaura-badshahpur: gora badsahpur | gaura badshapur | गौरा बादशाह पुर | gaurabadsahpur
jaunpur/baksha: bakshaa thana | baxa | बकशा | thana baksha
jaunpur/sikrara: sikrarra | sikarra | सिकरार | shikrara
jaunpur/shahganj: shahgnj | sahgunj | शाहगन्ज | shah gunj
jaunpur/khetasarai: kheta saray | khetasarae | खेतासराए | ketasarai | खेता सराए
jaunpur/machhlishahr: machlisahar | machhlisahr | मछलीसहर | machali shaher | machlishehar
jaunpur/mungra-badshahpur: mungra badshapur | mungara badsahpur | मुगरा बादशाहपुर | mugrabadshahpur
jaunpur/mariahu: madiyaon | mariyahoo | मडियाहू | mariyaahu | मड़ियाहु
jaunpur/kerakat: kerakt | keraakat | केराकत थाना | kerakat police station | kearakat
jaunpur/singramau: singramaw | singramoo | सिंगरामउ | sigraamau
jaunpur/badlapur: badalpur | badlapurr | बदला पुर
jaunpur/newadhiya: nevariya | newarhiya | नेवढीया | newdhiya
jaunpur/tejibazar: teji bajar | tezi bajaar | तेजी बजार
ghazipur/saidpur: saidpurr | saiyedpur | सेदपुर | saidpur kotwali | saedpur
ghazipur/zamania: jamaniya kotwali | zamaniyaa | जमानीया | jamanya | zmania
ghazipur/mohammadabad: mohamadabad | muhamadabad | मोहम्दाबाद | mohmdabad | mohammdaabad
ghazipur/bhanwarkol: bhavarkole | bhanwar kole | bhawrkol
ghazipur/karimuddinpur: karimudeenpur | kareemudinpur | करीमुदीनपुर | krimuddinpur
ghazipur/dildarnagar: dildar ngr | dildaarnagar | दिलदार नगर थाना | dildarnagr
ghazipur/bhudkuda: bhurkudaa | भुडकुड़ा | bhudkura thana
ghazipur/reotipur: revtipoor | rewtipur | रेवतीपुर थाना | reautipur
ghazipur/kasimabad: kasimaabad | kasmabad | कासिमबाद
ghazipur/gahmar: gahmr | gehmaar | गहमर थाना
chandauli/mughalsarai: mugal saray | mugalsray | मुगल सराए | mughalsarai kotwali | moghal sarai
chandauli/saiyadraja: sayad raja | saiyyadraja | सैयद राजा थाना | syed raja
chandauli/chakarghatta: chakar ghata | chakarghata thana | chakarghatt
chandauli/sakaldiha: sakaldeha | sakaldihaa | सकल डिहा | sakldiha
chandauli/shahabganj: sahabgnj | shahabgang | साहब गंज | shahbganj
chandauli/naugarh: nogarh | naugarha | नौगड | nau gadh
chandauli/alinagar: ali ngr | aleenagr | अली नगर थाना
chandauli/baluwa: baluaa thana | balwa | बलुआ थाना
"""
NAMED = [
    (thana.strip(), words.strip())
    for thana, _, all_words in (line.partition(":") for line in TYPED.strip().splitlines())
    for words in all_words.split("|")
]


def understood(thana: str, words: str, police_range: PoliceRange) -> Guess:
    return guess(words, thana.partition("/")[0], police_range)


def test_the_table_holds_no_spelling_of_the_data(varanasi: PoliceRange) -> None:
    assert len(NAMED) >= 60
    known = {alias.casefold() for thana in varanasi.thanas for alias in thana.aliases}
    assert [words for _, words in NAMED if words.casefold() in known] == []


@pytest.mark.parametrize(("thana", "words"), NAMED)
def test_a_misspelt_name_is_never_taken_for_another(
    thana: str, words: str, varanasi: PoliceRange
) -> None:
    assert understood(thana, words, varanasi).certain in {thana, None}


@pytest.mark.parametrize(("thana", "words"), NAMED)
def test_a_misspelt_name_leads_to_its_thana(thana: str, words: str, varanasi: PoliceRange) -> None:
    found = understood(thana, words, varanasi)
    assert thana in {found.certain, *found.possible}


def test_most_misspelt_names_need_no_confirmation(varanasi: PoliceRange) -> None:
    certain = [words for thana, words in NAMED if understood(thana, words, varanasi).certain]
    assert len(certain) / len(NAMED) > 0.9


def test_every_spelling_of_the_data_is_certain(varanasi: PoliceRange) -> None:
    doubted = [
        (thana.id, name)
        for thana in varanasi.thanas
        for name in (
            *thana.aliases,
            *(varanasi.text(told, f"place.{thana.id}.name") for told in varanasi.languages),
        )
        if understood(thana.id, name, varanasi).certain != thana.id
    ]
    assert doubted == []


@pytest.mark.parametrize("words", ["badshahpur", "बादशाहपुर"])
def test_a_shared_part_of_two_names_offers_both(words: str, varanasi: PoliceRange) -> None:
    found = guess(words, "jaunpur", varanasi)
    assert found.certain is None
    assert {"jaunpur/gaura-badshahpur", "jaunpur/mungra-badshahpur"} <= set(found.possible)


@pytest.mark.parametrize(
    "words",
    ["हाँ", "ok", "pata nhi kuch", "वहाँ रोज रात को ट्रक आते हैं और शराब उतरती है", "9", "ੴ", "…"],
)
def test_what_names_no_thana_offers_none(words: str, varanasi: PoliceRange) -> None:
    for district in varanasi.districts:
        assert guess(words, district.id, varanasi) == Guess()


def test_a_thana_of_another_district_is_not_taken_for_its_likeness_here(
    varanasi: PoliceRange,
) -> None:
    """Shahganj lies in Jaunpur; Chandauli has a Shahabganj."""
    assert guess("शाहगंज", "chandauli", varanasi) == Guess(possible=("chandauli/shahabganj",))


@pytest.mark.parametrize(
    ("devanagari", "roman"),
    [
        ("मछलीशहर", "Machhlishahr"),
        ("मड़ियाहूं", "mariyahun"),
        ("ज़फ़राबाद", "zafarabad"),
        ("सराय", "sarai"),
        ("गौरा", "gaura"),
        ("बलुआ", "baluwa"),
    ],
)
def test_both_scripts_sound_alike(devanagari: str, roman: str) -> None:
    assert sounds(devanagari) == sounds(roman)
