import tomllib
from pathlib import Path

from app.version import VERSION


def test_the_program_and_its_project_file_agree_on_the_version():
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION
