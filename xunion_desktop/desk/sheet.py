"""The style sheet, as written at 100 %: ``@name;`` is of the theme (mostly a colour), ``@name)`` a mark."""

SHEET = """
QWidget { color: @ink; font-size: 13px; }
QMainWindow, QWidget[look="ground"] { background: @ground; }
QFrame[look="card"] { background: @card; border: 1px solid @line; border-radius: 8px; }
QFrame[look="band"] { background: @card; border: 0; }
QScrollArea[look="desk"] { background: @desk; border: 0; border-bottom-left-radius: 8px;
    border-bottom-right-radius: 8px; }
QScrollArea[look="desk"] > QWidget { background: @desk; }
QFrame[look="rule"] { background: @line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[look="edge"] { background: @edge; border: 0; max-height: 1px; min-height: 1px; }
QScrollArea > QWidget > QWidget[look="inner"] { background: transparent; border: 0; }
QLabel { background: transparent; border: 0; }
QLabel[look="title"] { font-size: 18px; font-weight: 700; }
QFrame[look="redband"] { background: @red; border: 0; }
QFrame[look="practice"] { background: @red; border: 0; }
QLabel[look="practice"] { color: #FFFFFF; font-size: 12px; }
QLabel[look="practice-word"] { color: #FFFFFF; font-size: 14px; font-weight: 700; }
QLabel[look="union"] { font-size: 20px; font-weight: 700; color: @red; }
QLabel[look="banner"] { font-size: 34px; font-weight: 700; }
QLabel[look="slogan"] { font-size: 14px; color: @soft; }
QLabel[look="card-title"] { font-size: 14px; font-weight: 700; }
QLabel[look="strong"] { font-weight: 700; }
QLabel[look="figure"] { font-size: 26px; font-weight: 700; }
QLabel[look="second"], QLabel[look="field"] { font-size: 12px; color: @mute; }
QLabel[look="red"] { font-size: 12px; color: @red; }
QLabel[look="amber"] { font-size: 12px; color: @amber; }
QLabel[look="green"] { font-size: 12px; color: @green; }
QLabel[look="key"] { font-size: 11px; color: @soft; background: @pill; border: 1px solid @edge;
    border-radius: 3px; padding: 1px 5px; }
QFrame[look="note-red"] { background: @redtint; border: 0; border-left: 3px solid @red; border-radius: 4px; }
QFrame[look="note-amber"] { background: @ambertint; border: 0; border-left: 3px solid @amberdot; border-radius: 4px; }
QFrame[look="note-green"] { background: @greentint; border: 0; border-left: 3px solid @green; border-radius: 4px; }
QFrame[look="note-grey"] { background: @pill; border: 0; border-left: 3px solid @edge; border-radius: 4px; }
QPushButton { background: @card; border: 1px solid @edge; border-radius: 5px; padding: 5px 14px; min-height: 22px; }
QPushButton:hover { border-color: @mute; }
QPushButton:focus { border-color: @mute; }
QPushButton:disabled { color: @faint; }
QPushButton::menu-indicator { image: none; width: 0px; }
QPushButton[look="primary"] { background: @red; border: 1px solid @red; color: #FFFFFF; font-weight: 700; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:focus { background: @reddark; border-color: @reddark; }
QPushButton[look="primary"]:disabled { background: @edge; border-color: @edge; color: #FFFFFF; }
QPushButton[look="small"] { padding: 1px 10px; min-height: 22px; }
QPushButton[look="link"] { background: transparent; border: 0; color: @red; padding: 0px; }
QPushButton[look="link"]:hover, QPushButton[look="link"]:focus { color: @reddark; text-decoration: underline; }
QPushButton[look="back"] { background: transparent; border: 0; color: @soft; padding: 5px 0px; }
QPushButton[look="back"]:hover { color: @red; }
QPushButton[look="back"]:focus { color: @ink; text-decoration: underline; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QPushButton[look="chip"] { background: @card; border: 1px solid @edge; border-radius: @chipradius; padding: 2px 16px;
    min-height: 22px; }
QPushButton[look="chip"]:hover { border-color: @mute; }
QPushButton[look="chip"]:focus { border-color: @mute; }
QPushButton[look="chip"]:checked { background: @redtint; border: 1px solid @red; color: @red; font-weight: 700; }
QPushButton[look="tab"] { background: transparent; border: 0; border-bottom: 3px solid transparent; border-radius: 0;
    padding: 10px 15px 7px; font-size: 14px; color: @soft; }
QPushButton[look="tab"]:hover, QPushButton[look="tab"]:focus { color: @red; }
QPushButton[look="tab"]:checked { color: @red; border-bottom-color: @red; font-weight: 700; }
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox { background: @card; border: 1px solid @edge; border-radius: 5px;
    selection-background-color: @red; selection-color: #FFFFFF; }
QLineEdit { padding: 5px 9px; min-height: 22px; }
QComboBox { padding: 5px 9px; min-height: 22px; }
QAbstractSpinBox { padding: 5px 4px; min-height: 22px; }
QPlainTextEdit { padding: 4px 6px; }
QLineEdit[tall="true"], QComboBox[tall="true"], QPushButton[tall="true"] { min-height: 28px; font-size: 15px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border-color: @red; }
QLineEdit:read-only { background: @ground; color: @soft; }
QLineEdit[level="error"], QComboBox[level="error"], QPlainTextEdit[level="error"] {
    border-color: @red; background: @redtint; }
QLineEdit[level="doubt"], QComboBox[level="doubt"], QPlainTextEdit[level="doubt"] {
    border-color: @amberdot; background: @ambertint; }
QComboBox[look="mapping"] { padding: 1px 7px; min-height: 22px; font-size: 12px; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url(@chevron); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @card; border: 1px solid @edge; outline: 0; padding: 4px;
    selection-background-color: @redtint; selection-color: @ink; }
QAbstractSpinBox QLineEdit { border: 0; background: transparent; padding: 0px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 20px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url(@up); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(@chevron); width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid @faint; background: @card; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: @red; border-color: @red; image: url(@tick); }
QRadioButton::indicator:checked { border-color: @red; background: qradialgradient(cx:0.5, cy:0.5, radius:0.5,
    fx:0.5, fy:0.5, stop:0 #FFFFFF, stop:0.38 #FFFFFF, stop:0.46 #B4232A, stop:1 #B4232A); }
QCheckBox:focus, QRadioButton:focus { color: @red; }
QTableView { background: @card; border: 0; outline: 0; gridline-color: transparent; }
QHeaderView { background: @card; border: 0; }
QHeaderView::section { background: @card; border: 0; border-bottom: 1px solid @edge; padding: 7px 8px;
    font-size: 12px; font-weight: 700; color: @mute; }
QHeaderView::section:hover { color: @ink; }
QHeaderView::up-arrow { image: url(@up); width: 12px; height: 12px; subcontrol-position: center right; }
QHeaderView::down-arrow { image: url(@chevron); width: 12px; height: 12px; subcontrol-position: center right; }
QListView { background: transparent; border: 0; outline: 0; }
QListView::item { padding: 6px 8px; border-radius: 4px; color: @ink; }
QListView::item:selected { background: @redtint; color: @ink; }
QListView::item:disabled { color: @mute; padding: 8px 8px 2px; }
QTextBrowser { background: transparent; border: 0; font-size: 14px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @edge; border-radius: 4px; margin: 1px; min-height: 28px; min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: @card; border: 1px solid @edge; padding: 5px; }
QMenu::item { padding: 6px 22px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @redtint; color: @ink; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenu::indicator:checked { image: url(@tickred); }
QProgressBar { background: @pill; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @red; border-radius: 3px; }
QToolTip { background: @ink; color: #FFFFFF; border: 0; padding: 4px 8px; }
"""
