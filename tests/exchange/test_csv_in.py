"""Reading ideas from CSV files: the real one, and odd ones."""

from pathlib import Path

import pytest

from workshop_app.exchange.csv_in import (
    Arrival,
    Damaged,
    Duplicate,
    Layout,
    UnreadableError,
    column_named,
    guess,
    preview,
    read,
    with_column,
)

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "london-youth-policing.csv"


def arrival(text: str, already: tuple[str, ...] = ()) -> Arrival:
    data = text.encode()
    return read(data, guess(data), already)


def texts(arrived: Arrival) -> list[str]:
    return [idea.text for idea in arrived.ideas]


@pytest.mark.skipif(not REAL.exists(), reason="the real data lies beside the project and is not here")
def test_the_real_file_comes_in_with_its_39_statements():
    data = REAL.read_bytes()
    layout = guess(data)
    shown = preview(data, layout)
    arrived = read(data, layout)
    assert shown.columns[layout.column] == "comment-body"
    assert len(arrived.ideas) == 39
    assert (arrived.duplicates, arrived.damaged, arrived.empty) == ((), (), 0)
    assert [idea.line for idea in arrived.ideas] == list(range(2, 41))
    assert "Involve them more in training. Involve them more in spaces were policy’s are made." in texts(arrived)


def test_a_damaged_row_is_reported_by_number_and_the_rest_comes_in():
    arrived = arrival("id,idea\n1,More trips\n2\n3,Bike shed\n4,Lunch, longer\n5,Caf\ufffd\n6,Clean toilets\n")
    assert texts(arrived) == ["More trips", "Bike shed", "Clean toilets"]
    assert arrived.damaged == (
        Damaged(3, "The row has only 1 of 2 cells."),
        Damaged(5, "The row has 3 cells instead of 2, so its text may be cut apart."),
        Damaged(6, "Some letters could not be read."),
    )


@pytest.mark.parametrize(
    "broken",
    [
        '2,"Longer lunch',
        '2,"Longer\x00 lunch"',
        "2," + "long " * 401,
        "2," + "x" * 150_000,
        '2,"Longer "lunch, please"',
    ],
    ids=["open quotation mark", "NUL", "too long", "far too long", "loose quotation marks"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_one_broken_row_takes_no_other_along(broken, end):
    arrived = arrival(end.join(["id,idea", "1,More trips", broken, "3,Bike shed", '4,"Clean, warm toilets"', ""]))
    assert texts(arrived) == ["More trips", "Bike shed", "Clean, warm toilets"]
    assert [row.line for row in arrived.damaged] == [3]


def test_a_broken_row_does_not_swallow_what_follows_up_to_the_next_quotation_mark():
    arrived = arrival('id,idea\n1,"More trips\n2,Bike shed\n3,"Clean, warm toilets"\n4,"Longer lunch')
    assert texts(arrived) == ["Bike shed", "Clean, warm toilets"]
    assert [row.line for row in arrived.damaged] == [2, 5]


def test_far_down_a_row_of_several_lines_is_still_one():
    rows = "".join(f"{number},Wish number {number}\n" for number in range(2, 300))
    arrived = arrival(f'id,idea\n1,"More trips\n{rows}300,"Clean,\nwarm toilets"\n301,Bike shed\n')
    assert [row.line for row in arrived.damaged] == [2]
    assert texts(arrived)[-3:] == ["Wish number 299", "Clean, warm toilets", "Bike shed"]
    assert len(arrived.ideas) == 300


def test_a_line_too_long_to_read_ends_an_open_quotation():
    arrived = arrival(f'id,idea\n1,"More trips\n2,{"x" * 150_000}\n3,Bike shed\n')
    assert texts(arrived) == ["Bike shed"]
    assert [row.line for row in arrived.damaged] == [2, 3]


def test_a_byte_order_mark_does_not_spoil_the_first_cell():
    data = '"Trips, longer","Ann"\n"Lunch, longer","Bo"\n'.encode("utf-8-sig")
    assert texts(read(data, guess(data))) == ["Trips, longer", "Lunch, longer"]


def test_undecodable_bytes_damage_their_own_row_only():
    data = "idea\nA café\nMore tr\N{NO-BREAK SPACE}ips\nÉclairs\nZoë’s plan\n".encode().replace(b"tr\xc2", b"tr")
    layout = guess(data)
    arrived = read(data, layout)
    assert layout.encoding == "utf-8"
    assert texts(arrived) == ["A café", "Éclairs", "Zoë’s plan"]
    assert arrived.damaged == (Damaged(3, "Some letters could not be read."),)


def test_damage_beside_the_text_is_no_matter():
    data = b"who,idea\nSi\xe2n,More trips\nZo\xc3\xab \xc3\xa9t\xc3\xa9,Bike shed\n"
    arrived = read(data, Layout("utf-8", ",", True, 1))
    assert texts(arrived) == ["More trips", "Bike shed"]


def test_rows_are_numbered_as_a_spreadsheet_numbers_them():
    arrived = arrival('id,idea\n\n1,"More\ntrips"\n,,\n2,Bike shed\n3,\n')
    assert [(idea.line, idea.text) for idea in arrived.ideas] == [(3, "More trips"), (5, "Bike shed")]
    assert arrived.empty == 1


def test_the_same_again_is_pointed_out_and_kept_apart():
    arrived = arrival(
        "idea\nIt’s too loud – always!\nBike shed\nit's  too loud - always\n“BIKE SHED”.\nLonger lunch\n",
        already=("longer lunch?",),
    )
    assert texts(arrived) == ["It’s too loud – always!", "Bike shed"]
    assert arrived.duplicates == (
        Duplicate(4, 2, "it's too loud - always"),
        Duplicate(5, 3, "“BIKE SHED”."),
        Duplicate(6, None, "Longer lunch"),
    )


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ('1,"Tom" said so', '"Tom" said so'),
        (r'1,"She said \"hi\" to me"', 'She said "hi" to me'),
        ('1, "Safe, warm" ', "Safe, warm"),
        ('1,A 24" screen', 'A 24" screen'),
        ("1,=SUM(A1) is maths", "=SUM(A1) is maths"),
        ("1,'- no homework", "- no homework"),
        ("1,'tis too cold", "'tis too cold"),
        ("1,a\u0301 la\u200b carte\u202e", "á la carte"),
    ],
)
def test_odd_text_comes_in_as_it_was_meant(row, text):
    arrived = arrival(f"id,idea\n{row}\n2,Bike shed\n")
    assert texts(arrived) == [text, "Bike shed"]


def test_extra_empty_cells_are_no_damage():
    arrived = arrival("id,idea\n1,More trips,,\n2,Bike shed\n3,Clean toilets\n")
    assert len(arrived.ideas) == 3
    assert arrived.damaged == ()


def test_the_preview_shows_names_and_rows_of_one_width():
    data = b"id,,idea\n1,,More trips\n2,x\n" + b"3,y,Bike shed\n" * 30
    shown = preview(data, guess(data))
    assert shown.columns == ("id", "Column 2", "idea")
    assert shown.rows[:2] == (("1", "", "More trips"), ("2", "x", ""))
    assert len(shown.rows) == 20


def test_a_corrected_layout_is_obeyed():
    data = b"Toilets;please\nBike shed;please\n"
    shown = preview(data, Layout("utf-8", "", has_header=False, column=0))
    assert shown.columns == ("Column 1",)
    assert shown.rows == (("Toilets;please",), ("Bike shed;please",))
    assert texts(read(data, Layout("utf-8", ";", has_header=True, column=0))) == ["Bike shed"]


def test_a_column_that_is_not_there_is_an_error():
    with pytest.raises(UnreadableError, match=r"^There is no column 3 in this file\.$"):
        read(b"id,idea\n1,More trips\n", Layout("utf-8", ",", has_header=True, column=2))


def test_columns_are_found_by_name_or_number():
    assert column_named(("id", "Comment body"), "Comment body") == 1
    assert column_named(("id", "Comment body"), "comment BODY ") == 1
    assert column_named(("id", "Comment body"), "2") == 1
    with pytest.raises(UnreadableError, match=r"^There is no column “idea”\. The columns are: id, Comment body\.$"):
        column_named(("id", "Comment body"), "idea")


def test_naming_a_column_tells_that_there_is_a_header():
    data = "Kto;Pomysł\nEwa;Dłuższa przerwa\nOla;Czyste łazienki\n".encode()
    layout = guess(data)
    assert not layout.has_header
    named = with_column(data, layout, "pomysł")
    assert (named.has_header, named.column) == (True, 1)
    assert texts(read(data, named)) == ["Dłuższa przerwa", "Czyste łazienki"]
    assert with_column(data, layout, "2") == Layout("utf-8", ";", has_header=False, column=1)


def test_a_layout_that_makes_no_sense_is_a_bug_of_ours():
    for encoding, delimiter, column in [("rot13", ",", 0), ("utf-8", '"', 0), ("utf-8", "ab", 0), ("utf-8", ",", -1)]:
        with pytest.raises(ValueError, match="Not a"):
            Layout(encoding, delimiter, has_header=True, column=column)
