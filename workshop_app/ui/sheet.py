"""The style sheet: how each kind of widget looks in the tokens of the theme. It names no colour and no size itself."""

from workshop_app.ui.theme import RADIUS, RADIUS_SMALL, TARGET, TARGET_SMALL, Tokens, between, letters, px, scale, tall


def sheet(t: Tokens) -> str:
    """What the whole app wears in these colours, in the text size now in force."""
    target, small = tall(TARGET), tall(TARGET_SMALL)
    button = (
        f"border: 1px solid {t.line}; border-radius: {RADIUS_SMALL}px; padding: 0 16px; min-height: {target - 2}px;"
    )
    field = f"border: 1px solid {t.line}; border-radius: {RADIUS_SMALL}px; background: {t.raised}; padding: 8px 12px;"
    beside = max(4, round(12 - 8 * (scale() - 1)))  # large words are high enough for a finger by themselves
    faint = between(t.soft, t.paper) if t.soft != t.ink else between(t.ink, t.raised)
    # Where every line is black, what can't be pressed is dashed; elsewhere it just steps back.
    resting = f"1px dashed {faint}" if t.line == t.ink else f"1px solid {t.line}"
    return f"""
    QWidget {{ color: {t.ink}; }}
    QWidget#page {{ background: {t.paper}; }}
    QScrollArea, QScrollArea > QWidget > QWidget#body {{ background: transparent; border: none; }}
    QFrame[kind="bar"] {{ background: {t.raised}; border: none; border-bottom: 1px solid {t.line}; }}
    QFrame[kind="foot"] {{ background: {t.raised}; border: none; border-top: 1px solid {t.line}; }}
    QFrame[kind="rail"] {{ background: {t.paper}; border: none; border-right: 1px solid {t.line}; }}
    QFrame[kind="panel"] {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: {RADIUS}px; }}
    QFrame[kind="dashed"] {{ background: transparent; border: 1px dashed {t.line}; border-radius: {RADIUS}px; }}
    QFrame[kind="notice"] {{ background: {t.notice_ground}; border: none; border-radius: {RADIUS_SMALL}px; }}
    QFrame[kind="accent"] {{ background: {t.accent_soft}; border: none; border-radius: {RADIUS_SMALL}px; }}
    QLabel {{ background: transparent; }}
    QLabel[tone="soft"] {{ color: {t.soft}; }}
    QLabel[tone="accent"] {{ color: {t.accent}; }}
    QLabel[tone="notice"] {{ color: {t.notice}; }}
    QPushButton, QToolButton {{ {button} background: {t.raised}; }}
    QPushButton:hover, QToolButton:hover {{ border-color: {t.accent}; }}
    QPushButton:pressed, QToolButton:pressed {{ background: {t.accent_soft}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {t.accent}; padding: 0 15px; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {faint}; background: transparent;
        border: {resting}; }}
    QPushButton:checked {{ background: {t.accent_soft}; border-color: {t.accent}; }}
    QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
    QPushButton[kind="primary"]:disabled {{ background: {t.paper}; color: {faint}; border: {resting}; }}
    QPushButton[kind="primary"]:focus {{ border: 2px solid {t.ink}; }}
    QPushButton[kind="tab"] {{ border: none; border-radius: {RADIUS_SMALL}px; background: transparent; color: {t.soft};
        padding: 0 12px; min-height: {tall(38)}px; }}
    QPushButton[kind="tab"]:hover {{ color: {t.ink}; background: {t.paper}; }}
    QPushButton[kind="tab"]:checked {{ background: {t.accent_soft}; color: {t.ink}; }}
    QPushButton[kind="tab"]:disabled {{ border: none; color: {faint}; }}
    QPushButton[kind="tab"]:checked:disabled {{ background: {t.accent_soft}; color: {t.soft}; }}
    QPushButton[kind="tab"]:focus {{ border: 2px solid {t.accent}; padding: 0 10px; }}
    QPushButton[kind="quiet"] {{ border: none; background: transparent; color: {t.soft}; padding: 0 10px;
        min-height: {target}px; }}
    QPushButton[kind="quiet"]:disabled {{ border: none; color: {faint}; }}
    QPushButton[kind="quiet"]:hover {{ color: {t.ink}; }}
    QPushButton[kind="quiet"]:focus {{ border: 2px solid {t.accent}; padding: 0 8px; min-height: {target - 4}px;
        border-radius: {RADIUS_SMALL}px; }}
    QPushButton[kind="small"] {{ min-height: {small - 2}px; padding: 0 12px; }}
    QPushButton[kind="hide"], QPushButton[kind="hide-short"] {{ background: {t.ink}; color: {t.paper};
        border: 1px solid {t.ink}; min-height: {small}px; padding: 0 {px(44)}px 0 36px; }}
    QPushButton[kind="hide-short"] {{ padding-right: 14px; }}
    QPushButton[kind="hide"]:focus, QPushButton[kind="hide-short"]:focus {{ border: 3px solid {t.accent};
        padding-left: 34px; min-height: {small - 4}px; }}
    QPushButton[kind="row"] {{ text-align: left; padding: 0 18px; min-height: {tall(52, 18)}px; }}
    QPushButton[kind="next"] {{ text-align: left; padding: 0 18px; min-height: {tall(58, 18)}px; background: {t.accent};
        color: {t.on_accent}; border-color: {t.accent}; }}
    QPushButton[kind="next"]:focus {{ border: 2px solid {t.ink}; }}
    QPushButton[kind="line"], QPushButton[kind="step"] {{ border: none; background: transparent;
        border-radius: {RADIUS_SMALL}px; padding: 0 10px; min-height: {target - 2}px; text-align: left; }}
    QPushButton[kind="line"]:hover, QPushButton[kind="step"]:hover {{ background: {t.paper}; }}
    QPushButton[kind="line"]:checked {{ background: {t.accent_soft}; border: none; }}
    QPushButton[kind="line"][out="true"] {{ color: {t.soft}; }}
    QPushButton[kind="line"]:focus {{ border: 2px solid {t.accent}; padding: 0 8px; min-height: {target - 6}px; }}
    QPushButton[kind="step"] {{ text-align: center; padding: 0; }}
    QPushButton[kind="step"]:focus {{ border: 2px solid {t.accent}; padding: 0; min-height: {target - 6}px; }}
    QPushButton[kind="step"]:disabled {{ border: none; color: {faint}; }}
    QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {{ {field}
        selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    QLineEdit, QComboBox {{ min-height: {target - 18}px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{
        border: 2px solid {t.accent}; padding: 7px 11px; }}
    QLineEdit[kind="day"] {{ padding-right: 34px; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox::drop-down {{ border: none; width: 34px; }}
    QComboBox::down-arrow {{ image: none; }}
    QComboBoxPrivateContainer {{ background: {t.raised}; border: none; }}
    QComboBox QAbstractItemView {{ background: {t.raised}; border: 1px solid {t.line}; padding: 4px; outline: none; }}
    QComboBox QAbstractItemView::item {{ min-height: {tall(38)}px; padding: 0 10px; border-radius: 8px; }}
    QComboBox QAbstractItemView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
    QFrame[kind="popup"] {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: 0; }}
    QCalendarWidget QWidget {{ background: {t.raised}; alternate-background-color: {t.raised}; }}
    QCalendarWidget QAbstractItemView {{ border: none; outline: none; selection-background-color: {t.accent};
        selection-color: {t.on_accent}; }}
    QCalendarWidget QAbstractItemView:disabled {{ color: {between(t.soft, t.raised)}; }}
    QMenu {{ background: {t.raised}; border: 1px solid {t.line}; padding: 6px; }}
    QMenu::item {{ padding: {beside}px 28px {beside}px 18px; border-radius: 8px; }}
    QMenu::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
    QMenu::item:disabled {{ background: transparent; color: {faint};
        font-size: {round(letters(14))}px; padding: 8px 28px 4px 18px; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 6px 10px; }}
    QToolTip {{ background: {t.raised}; color: {t.ink}; border: 1px solid {t.line}; padding: 6px; }}
    QTableWidget {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: {RADIUS_SMALL}px;
        gridline-color: {t.line}; }}
    QTableWidget:focus {{ border: 2px solid {t.accent}; }}
    QTreeWidget#ideas {{ background: {t.raised}; border: none; outline: none;
        selection-background-color: transparent; selection-color: {t.ink}; }}
    QListView#ledger {{ background: {t.raised}; border: none; outline: none; }}
    QTreeWidget#ideas::item, QTreeWidget#ideas::item:hover, QTreeWidget#ideas::item:selected,
    QTreeWidget#ideas::branch, QTreeWidget#ideas::branch:selected {{ background: transparent; }}
    QHeaderView::section {{ background: {t.paper}; border: none; border-bottom: 1px solid {t.line}; padding: 8px; }}
    QGraphicsView {{ border: none; background: {t.board}; }}
    QCheckBox {{ spacing: 10px; min-height: {tall(32)}px; }}
    QCheckBox::indicator {{ width: {px(18)}px; height: {px(18)}px; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
    QScrollBar::handle {{ background: {t.line}; border-radius: 4px; min-height: 40px; min-width: 40px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: none; border: none; width: 0; height: 0; }}
    """
