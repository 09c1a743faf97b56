"""Telling how a file is written: encoding, delimiter, header, column; and what is turned away."""

import pytest

from workshop_app.exchange.csv_in import UnreadableError, guess, preview, read
from workshop_app.exchange.layout import DELIMITERS, ENCODINGS, delimiter_label, encoding_label

ENGLISH = "idea\nMore café “time” for clubs – it’s £5\nLess homework\nSiân’s garden\n"
DOS = "idea\nA café for £5\nLess homework, à la carte\n"
POLISH = "kto;pomysł\nŁukasz;Więcej czasu na przerwę dla wszystkich uczniów\nEwa;Łazienki są zamknięte\n"
RUSSIAN = "идея,имя\nБольше времени для перемены и клубов,Ира\nЧистые туалеты в школе,Оля\n"
GREEK = "ιδέα\nΠερισσότερος χρόνος για το διάλειμμα\nΚαθαρές τουαλέτες στο σχολείο\n"
CHINESE = "学校,意见\n更多时间,好\n图书馆,坏\n"


@pytest.mark.parametrize(
    ("text", "codec", "expected"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8"),
        (ENGLISH, "utf-16", "utf-16-le"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-32", "utf-32-le"),
        (ENGLISH, "cp1252", "cp1252"),
        (ENGLISH, "mac_roman", "mac_roman"),
        (DOS, "cp850", "cp850"),
        ("idea\n£5 for trips\n£2 for lunch\n", "cp850", "cp850"),
        (POLISH, "cp1250", "cp1250"),
        (POLISH, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (GREEK, "cp1253", "cp1253"),
        (CHINESE, "utf-16-le", "utf-16-le"),
        (CHINESE, "utf-16-be", "utf-16-be"),
        ("idea\nC'est à l'école, là où l'élève a été formé\n", "cp1252", "cp1252"),
        ("idea\nMwy o dripiau\nYsgol yw’r tŷ\n".replace("ŷ", "y"), "cp1252", "cp1252"),
        ("idea\nLonger lunch – please\n", "cp1252", "cp1252"),
    ],
)
def test_encodings(text, codec, expected):
    data = text.encode(codec)
    layout = guess(data)
    arrived = read(data, layout)
    assert layout.encoding == expected
    assert arrived.damaged == ()
    read_back = "".join(idea.text for idea in arrived.ideas)
    assert len(read_back) > 5
    assert all(char in text for char in read_back)


@pytest.mark.parametrize("name", [b"idea", b"ideas"])
def test_a_few_nuls_do_not_make_it_utf_16(name):
    data = name + b"\nMore trips\nBad,\x00row\nLonger lunch\n"
    arrived = read(data, guess(data))
    assert [idea.text for idea in arrived.ideas] == ["More trips", "Longer lunch"]
    assert [row.line for row in arrived.damaged] == [3]


@pytest.mark.parametrize(
    ("text", "delimiter", "has_header", "column"),
    [
        # plain lists
        ("More trips, please\nLonger lunch\nBike shed, near the gate, dry\n", "", False, 0),
        ("More trips, please\nLonger lunch, please\n", "", False, 0),
        ("Toilets\nMore time to eat in the hall with friends\n", "", False, 0),
        ("Toilets", "", False, 0),
        ("Are phones allowed?\nWhy do you lock the toilets?\nCan we eat outside?\n", "", False, 0),
        ("Why are you closing the library?\nCan we eat outside?\n", "", False, 0),
        ('"Safe" toilets\nBike shed\n', "", False, 0),
        # lists with a header
        ("Idea\nMore trips\n", "", True, 0),
        ("COMMENT\nMore trips\n", "", True, 0),
        ("Your ideas:\nMore trips\n", "", True, 0),
        ("text\nTrips; long ones\nLunch; longer\n", "", True, 0),
        ("idea\nTrips;long ones\nLunch;longer\nBikes;new\n", "", True, 0),
        ("Statement\nMore trips\n", "", True, 0),
        ("suggestions\nMore trips\n", "", True, 0),
        ("Response\nMore trips\n", "", True, 0),
        ("What would you change?\nMore trips\nBike shed\n", "", True, 0),
        # tables
        ("1,More trips\n2,Bike shed\n3,Toilets\n", ",", False, 1),
        ("Year 7,More trips\nYear 8,Bike shed\n", ",", False, 1),
        ("More trips,soon\nBike shed,7\n", ",", False, 0),
        ("Ann,idea,More trips\nBob,idea,Bike shed\n", ",", False, 2),
        ("Siân Evans-Lloyd,Cleaner loos\nJonathan Whitby,A bike shed\n", ",", False, 1),
        (
            "Lindow Hill Secondary,Bike shed\nLindow Hill Secondary,Toilets\nLindow Hill Secondary,Trips\n",
            ",",
            False,
            1,
        ),
        ("idea,remark\nBike shed,said it twice\nTrips,one against it\n", ",", True, 0),
        ("Name, Idea\nAnn, More trips\nBob, Bike shed\n", ",", True, 1),
        ("when\twhat\n2024-01-05\tMore trips, please\n2024-01-06\tBike shed\n", "\t", True, 1),
        ("id;idea\n1,5;More trips, long\n2,5;Bike shed, dry\n", ";", True, 1),
        ("1|More trips\n2|Bike shed\n", "|", False, 1),
        ("sep=;\nid;idea\n1;More trips\n", ";", True, 1),
        ("idea,author,votes\nMore trips for all,Siân Evans,12\nBike shed,Jo Ray,7\n", ",", True, 0),
        (
            'Timestamp,Email address,Year group,"What would you change, and why?"\n'
            "2024/01/05 10:00:01 am GMT,a@school.example,Year 7,Longer lunch so we can eat\n"
            "2024/01/05 10:00:07 am GMT,b@school.example,Year 8,Toilets\n",
            ",",
            True,
            3,
        ),
        (
            "uuid,url,body\n5f1c2a77-aaaa-4bbb-8ccc-1234567890ab,https://school.example/a-very-long-page-name,Trips\n"
            "5f1c2a77-aaaa-4bbb-8ccc-1234567890ac,https://school.example/an-even-longer-page-name,Bikes\n",
            ",",
            True,
            2,
        ),
    ],
)
def test_layouts(text, delimiter, has_header, column):
    layout = guess(text.encode())
    assert (layout.delimiter, layout.has_header, layout.column) == (delimiter, has_header, column)


def test_what_a_person_settled_is_kept_and_the_rest_follows():
    data = b"1;More trips, please\n2;Bike shed, please\n"
    settled = guess(data, encoding="cp1252", delimiter=",", header=True)
    assert (settled.encoding, settled.delimiter, settled.has_header, settled.column) == ("cp1252", ",", True, 0)
    assert preview(data, settled).columns == ("1;More trips", "please")


def test_only_a_header_means_no_ideas_and_no_error():
    data = b"id,idea\n"
    arrived = read(data, guess(data))
    assert (arrived.ideas, arrived.damaged) == ((), ())


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty."),
        (b" \r\n\t\n", "This file is empty."),
        (b"\xef\xbb\xbf", "This file is empty."),
        (b"\xff\xfe\n\x00", "This file is empty."),
        (
            b"PK\x03\x04\x14\x00",
            "This is a workbook or a packed file. Open it in a spreadsheet and save it as CSV first.",
        ),
        (
            b"\xd0\xcf\x11\xe0",
            "This is a workbook or a packed file. Open it in a spreadsheet and save it as CSV first.",
        ),
        (b"%PDF-1.7\n%\xe2\xe3", "This is a PDF, not a CSV file."),
        (b"\x89PNG\r\n\x1a\n\x00", "This is a picture, not a CSV file."),
        (b"\n<!DOCTYPE HTML><p>Sign in", "This is a web page, not a CSV file."),
        (b"SQLite format 3\x00", "This file holds no text that can be read."),
        (bytes(range(256)) * 20, "This file holds no text that can be read."),
        (b"1,2\n3,4\n", "No column in this file holds text."),
        (b"a," * 1_001, "This file has more than 1,000 columns."),
    ],
)
def test_what_is_turned_away(data, sentence):
    with pytest.raises(UnreadableError) as caught:
        guess(data)
    assert str(caught.value) == sentence


def test_every_choice_has_a_name_of_its_own():
    assert len({encoding_label(encoding) for encoding in ENCODINGS}) == len(ENCODINGS)
    assert len({delimiter_label(delimiter) for delimiter in DELIMITERS}) == len(DELIMITERS)
    assert delimiter_label("#") == "#"
