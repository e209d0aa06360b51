"""The sample's answers of service users are invented, counted together, and become no reading."""

import shutil

import pytest
import sqlalchemy as sa

from data_layer.models import Assessment, MicroProject, Survey, SurveyResult, WaitingAnswer
from data_layer.problem import Problem
from data_layer.sample.answer import FILE, read_answers
from data_layer.sample.loader import FOLDER, load_sample
from data_layer.sample.removal import remove_sample
from data_layer.surveys.counting import BATCH
from data_layer.surveys.survey import survey_line
from tests.factories import make_survey


def test_they_are_counted_in_full_batches():
    batches = read_answers(FOLDER)
    assert batches
    assert [batch.answers % BATCH for batch in batches.values()] == [0] * len(batches)


def test_each_says_where_it_comes_from():
    lines = (FOLDER / FILE).read_text(encoding="utf-8").splitlines()[1:]
    assert {line.rpartition(",")[2] for line in lines} == {"invented for demonstration"}


def test_they_become_a_result_and_no_reading(session):
    load_sample(session)
    result = session.scalars(sa.select(SurveyResult)).one()
    assert (result.answers, result.assessment_id) == (10, None)
    assert session.scalar(sa.select(sa.func.count(Assessment.id)).where(Assessment.method == "link")) == 0
    assert session.scalar(sa.select(sa.func.count(WaitingAnswer.id))) == 0


def test_the_link_is_told_apart_from_one_that_somebody_made(session):
    load_sample(session)
    theirs = make_survey(session, session.scalars(sa.select(MicroProject)).first())
    told = {survey_id: survey_line(session, survey_id, default_zone="UTC").invented for survey_id in session.scalars(sa.select(Survey.id))}
    assert told == {survey_id: survey_id != theirs.id for survey_id in told}


def test_they_go_with_the_sample(session):
    load_sample(session)
    remove_sample(session)
    for model in (Survey, SurveyResult):
        assert session.scalars(sa.select(model.id).where(model.trashed_by.is_(None))).all() == []


@pytest.mark.parametrize(
    ("old", "new"), [("choice;mutuality", "money"), (",6,", ",9,"), ("2020-05-31", "soon"), ("micro_project", "project")]
)
def test_a_broken_line_is_named_with_its_file(tmp_path, old, new):
    folder = tmp_path / "sample"
    shutil.copytree(FOLDER, folder)
    file = folder / FILE
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Problem) as refused:
        read_answers(folder)
    assert refused.value.values["file"] == FILE
