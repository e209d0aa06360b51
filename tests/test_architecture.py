"""Who may import whom, what stands nowhere, and how large things may grow."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = {"app", "components", "dashboard", "data_layer", "pages", "tests"}
MAY_IMPORT = {
    "app": {"dashboard"},
    "dashboard": {"dashboard", "components", "data_layer"},
    "pages": {"components", "data_layer", "dashboard.security", "dashboard.permissions"},
    "components": {"components"},
    "data_layer": {"data_layer"},
}
FORBIDDEN = {
    "data_layer": {"dash", "flask", "flask_login", "flask_babel", "plotly"},
    "components": {"sqlalchemy", "flask_login", "pandas"},
    "pages": {"sqlalchemy", "pandas", "networkx"},
    "dashboard": {"pandas", "networkx"},
}
BARE_SESSION = {
    "data_layer",
    "dashboard/command_line.py",
    "dashboard/installation.py",
    "dashboard/serve.py",
    "dashboard/routes/calendar.py",  # its token is its log-in
    "dashboard/user.py",
    "dashboard/routes/login.py",
    "dashboard/routes/health.py",
}
BAD_NAMES = {"utils", "helpers", "common", "misc", "util", "helper"}
UNSAFE = (
    "dangerously_allow_html",
    "dangerously_allow_code",
    "dangerously_set",
    "Iframe(",
    "eval(",
    "exec(",
    "pickle.load",
    "yaml.load",
    "load_extra_layouts",
)


def sources(folder: str) -> list[Path]:
    return [ROOT / "app.py"] if folder == "app" else sorted((ROOT / folder).rglob("*.py"))


def imports(path: Path) -> list[tuple[str, bool]]:
    """Each module that a file imports, and whether it does so inside a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = {id(node) for node in tree.body}
    found = []
    for node in ast.walk(tree):
        names = (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        found += [(name, id(node) not in top) for name in names]
    return found


def allowed(module: str, choices: set[str]) -> bool:
    return any(module == choice or module.startswith(choice + ".") for choice in choices)


PYTHON = [(folder, path) for folder in MAY_IMPORT for path in sources(folder)]


@pytest.mark.parametrize(("folder", "path"), PYTHON, ids=[str(path.relative_to(ROOT)) for _folder, path in PYTHON])
def test_imports_go_in_the_allowed_directions(folder, path):
    wrong = [name for name, _inside in imports(path) if name.split(".")[0] in OURS and not allowed(name, MAY_IMPORT[folder])]
    outside = [name for name, _inside in imports(path) if name.split(".")[0] in FORBIDDEN.get(folder, set())]
    assert wrong + outside == []


@pytest.mark.parametrize(("_folder", "path"), PYTHON, ids=[str(path.relative_to(ROOT)) for _folder, path in PYTHON])
def test_nothing_is_imported_inside_a_function(_folder, path):
    assert [name for name, inside in imports(path) if inside] == []


def test_pandas_stays_in_the_analysis():
    users = [path.relative_to(ROOT) for _folder, path in PYTHON if any(name.split(".")[0] == "pandas" for name, _inside in imports(path))]
    assert [path for path in users if path.parts[:2] != ("data_layer", "analysis")] == []


def test_only_commands_and_the_log_in_see_every_row():
    users = [path.relative_to(ROOT) for _folder, path in PYTHON if "bare_session" in path.read_text(encoding="utf-8")]
    assert [str(path) for path in users if path.parts[0] not in BARE_SESSION and str(path) not in BARE_SESSION] == []


def test_no_statement_goes_round_the_criteria_of_the_session():
    texts = {
        path.relative_to(ROOT): path.read_text(encoding="utf-8")
        for path in sources("data_layer")
        if "migrations" not in path.parts and "models" not in path.parts
    }
    shapes = ("sa.text(", "__table__", "read_sql", "from_statement", "exec_driver_sql", ".query(")
    found = {(str(path), shape) for path, text in texts.items() for shape in shapes if shape in text}
    assert {path for path, _shape in found} <= {"data_layer/engine.py", "data_layer/schema.py"}


def test_no_file_is_a_drawer_for_leftovers():
    assert [path for _folder, path in PYTHON if path.stem in BAD_NAMES] == []


@pytest.mark.parametrize(("_folder", "path"), PYTHON, ids=[str(path.relative_to(ROOT)) for _folder, path in PYTHON])
def test_no_file_opens_a_door_for_code_from_outside(_folder, path):
    text = path.read_text(encoding="utf-8")
    assert [word for word in UNSAFE if word in text] == []


@pytest.mark.parametrize(("_folder", "path"), PYTHON, ids=[str(path.relative_to(ROOT)) for _folder, path in PYTHON])
def test_every_module_says_what_it_is(_folder, path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_public_functions_of_data_and_components_say_what_goes_in_and_out():
    silent = []
    for folder in ("data_layer", "components"):
        for path in sources(folder):
            if "versions" in path.parts:
                continue
            functions = [node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)]
            unsaid = [node.name for node in functions if not node.name.startswith("_") and not ast.get_docstring(node)]
            silent += [f"{path.relative_to(ROOT)}: {name}" for name in unsaid]
    assert silent == []


def test_what_drives_a_browser_stands_where_the_browser_tests_are_looked_for():
    folder, mark = ROOT / "tests", "mark." + "browser"
    assert not [
        path for path in folder.rglob("*.py") if folder / "browser" not in path.parents and mark in path.read_text(encoding="utf-8")
    ]


def test_the_entry_point_only_starts():
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 15


def test_pages_hold_pages_only():
    others = {"__init__"}
    assert [
        path for path in sources("pages") if "dash.register_page(" not in path.read_text(encoding="utf-8") and path.stem not in others
    ] == []
