"""Gathers what leaves the app: one file for each paper. Writes no file.

Each takes the programme and gives the bytes of a paper, or of a table. reportlab takes its time to load, so it is
loaded when the first paper is asked for.
"""

from workshop_app.papers.board import board_cards, board_poster
from workshop_app.papers.ideas import ideas_csv
from workshop_app.papers.plan import PlanFile, Way, plan_file_name, plan_pdf

__all__ = ["PlanFile", "Way", "board_cards", "board_poster", "ideas_csv", "plan_file_name", "plan_pdf"]
