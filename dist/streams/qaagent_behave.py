"""Behave formatter that reports what happens as JSON lines (see src/model/events.ts) and keeps only the scenarios asked for.

Used as `-f qaagent_behave:Stream` with this folder on PYTHONPATH; Behave 1.2.6 and newer, Python 3.8 and newer. It writes
to QAAGENT_EVENTS and never to the formatter's own stream. QAAGENT_SELECT: JSON array of ids to keep. QAAGENT_STACKS: file
for stacks on SIGUSR1. Nothing here may ever change or break the run it watches.

Formatter callbacks come too late to report the results: Behave 1.2.6 runs before_scenario first, no version reports the end of a
scenario, and none reports errors of hooks or of loading. So importing this module puts itself around Runner and Scenario.
"""

import functools

from behave.formatter.base import Formatter
from behave.model import Scenario
from behave.runner import Context, ModelRunner, Runner

from qaagent_behave_watch import Watch
from qaagent_stream import environment_path, quietly


class Stream(Formatter):
    """The way in: naming this class as a formatter makes Behave import this module. It prints nothing."""

    name = "qaagent"
    description = "Tells what happens as JSON lines"

    def close(self):
        # A runner of the project's own may not go through Runner.run, and nothing else can report its end.
        if _watch is not None and not _watch.runs:
            _watch.events.write("finish", exit=None)
        super(Stream, self).close()


def _around_run(watch, original):
    @functools.wraps(original)
    def run(self, *args, **kwargs):
        return watch.run(original, self, args, kwargs)

    return run


def _around_model(watch, original):
    @functools.wraps(original)
    def run_model(self, features=None):
        if features is None:
            features = self.features
        quietly(watch.features_known, self, features)
        return original(self, features)

    return run_model


def _around_cleanups(watch, original):
    @functools.wraps(original)
    def _pop(self, *args, **kwargs):
        try:
            return original(self, *args, **kwargs)
        except Exception as error:
            quietly(watch.hook_failed, "cleanup", error)
            raise

    return _pop


def _around_scenario(watch, original):
    @functools.wraps(original)
    def run(self, runner, *args, **kwargs):
        return watch.run_scenario(original, self, runner, args, kwargs)

    return run


def _begin():
    path = environment_path("QAAGENT_EVENTS")
    if not path:
        return None
    watch = Watch(path)
    Runner.run = _around_run(watch, Runner.run)
    ModelRunner.run_model = _around_model(watch, ModelRunner.run_model)
    Context._pop = _around_cleanups(watch, Context._pop)
    Scenario.run = _around_scenario(watch, Scenario.run)
    return watch


_watch = quietly(_begin)
