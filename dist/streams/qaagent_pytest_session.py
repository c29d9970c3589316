"""The hooks of one pytest session that is watched. Every hook swallows its own errors.

PYTEST_DONT_REWRITE
"""

import os

import pytest

from qaagent_pytest_errors import collect_failure, headline, place_of
from qaagent_pytest_items import described, described_collector
from qaagent_pytest_reports import skipped_collector
from qaagent_pytest_select import Selection
from qaagent_pytest_tries import Tries
from qaagent_stream import (
    DETAILS_CHARS,
    EventFile,
    UserTree,
    clip,
    dump_stacks_on_signal,
    environment_path,
    quietly,
    text_of,
)

PIECE = 250


class Stream:
    """The hooks of one session; under xdist every worker has its own and the controller reports what no worker can."""

    def __init__(self, config, worker=None, is_witness=True):
        self.config = config
        self.worker = worker
        self.controls_workers = False
        # Every xdist worker collects everything; one of them, the collection reporter, reports it.
        self.is_witness = is_witness
        self.events = EventFile(environment_path("QAAGENT_EVENTS"), worker)
        self.tree = UserTree(config.rootpath)
        self.selection = quietly(Selection.from_environment)
        self.tries = Tries(self.events, self.tree, self.plain, worker)
        self.collect_errors = set()
        self.skipped_collectors = []
        self.collection_reporter = None
        dump_stacks_on_signal(environment_path("QAAGENT_STACKS"), worker)
        self.events.write(
            "session",
            v=1,
            runner="pytest",
            version=pytest.__version__,
            rootdir=text_of(config.rootpath),
            cwd=text_of(config.invocation_params.dir),
            pid=os.getpid(),
        )
        if self.selection and self.selection.problem:
            self.error(self.selection.problem)

    def plain(self, nodeid):
        """The node id without the group that xdist's loadgroup appends: it is no part of the test's name."""
        options = self.config.option
        if getattr(options, "loadgroup", False) or getattr(options, "dist", "no") == "loadgroup":
            at = nodeid.rfind("@")
            if at > max(nodeid.rfind("]"), nodeid.rfind("::")):
                return nodeid[:at]
        return nodeid

    def error(self, message, details="", place=("", 0)):
        details = clip(details, DETAILS_CHARS)
        self.events.write("error", message=clip(message), details=details, file=place[0], line=place[1])

    # Collection

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_collection(self):
        outcome = yield
        quietly(self._report_usage_error, outcome)

    def _report_usage_error(self, outcome):
        if outcome.excinfo and issubclass(outcome.excinfo[0], pytest.UsageError) and not self.worker:
            self.error("; ".join(text_of(part) for part in outcome.excinfo[1].args) or "usage error")

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config, items):
        if self.selection:
            quietly(self._select, config, items)

    def _select(self, config, items):
        kept, dropped, missing = self.selection.split(items, self.plain)
        items[:] = kept
        if self.is_witness and not self.selection.problem:
            self.events.write("missing", ids=missing)
        if dropped:
            config.hook.pytest_deselected(items=dropped)

    def pytest_collectreport(self, report):
        if report.failed and not self.worker:
            quietly(self._report_collect_error, report)
        elif report.skipped:
            self.skipped_collectors.append(report)

    def _report_collect_error(self, report):
        fields = collect_failure(report, self.tree)
        key = (fields["id"], fields["message"])
        # Every xdist worker fails alike, in its own words of trace.
        if key not in self.collect_errors:
            self.collect_errors.add(key)
            self.events.write("collect-error", **fields)

    def pytest_collection_finish(self, session):
        if self.is_witness and not self.controls_workers:
            quietly(self._report_collected, list(session.items))
            for report in self.skipped_collectors:
                quietly(self._report_skipped_collector, report)

    def _report_collected(self, items):
        for first in range(0, max(1, len(items)), PIECE):
            piece = items[first : first + PIECE]
            self.events.write("collected", tests=[described(item, self.plain, self.tree) for item in piece])

    def _report_skipped_collector(self, report):
        # What is skipped while it is collected (a module, a class) is one skipped test, as in pytest's own summary.
        self.events.write("collected", tests=[described_collector(report, self.tree)])
        self.events.write("end", id=report.nodeid, retry=0, **skipped_collector(report))

    # Running

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item):
        quietly(self.tries.watch, item)

    def pytest_runtest_logstart(self, nodeid):
        quietly(self.tries.count_start if self.controls_workers else self.tries.start, nodeid)

    def pytest_runtest_logreport(self, report):
        quietly(self.tries.report_crash if self.controls_workers else self.tries.note, report)

    def pytest_exception_interact(self, node, call, report):
        quietly(self._note_exception, node, call.excinfo, report)

    def _note_exception(self, node, excinfo, report):
        if isinstance(report, pytest.CollectReport):
            # Travels with the report from an xdist worker to the controller.
            report.qaagent = headline(excinfo, node, self.tree)
        else:
            self.tries.note_exception(node, excinfo, report)

    def pytest_runtest_logfinish(self, nodeid):
        quietly(self.tries.end, nodeid)

    # The end

    def pytest_keyboard_interrupt(self, excinfo):
        quietly(lambda: self.events.write("interrupt", message=clip(excinfo.exconly())))

    def pytest_internalerror(self, excrepr, excinfo):
        if not self.worker:
            quietly(lambda: self.error(excinfo.exconly(), text_of(excrepr), place_of(excinfo, None, self.tree)))

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, session):
        quietly(self.tries.end_what_is_decided)
        quietly(self._forgive_empty_selection, session)
        outcome = yield
        if not self.worker:
            quietly(self._report_broken_end, outcome)
            quietly(lambda: self.events.write("finish", exit=int(session.exitstatus)))

    def _forgive_empty_selection(self, session):
        # Of `pytest a && pytest b` the second must run although the tests asked for are all in b.
        if self.selection and not self.selection.problem and session.exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
            session.exitstatus = pytest.ExitCode.OK

    def _report_broken_end(self, outcome):
        if outcome.excinfo:
            kind, error = outcome.excinfo[0], outcome.excinfo[1]
            if issubclass(kind, Exception):
                self.error("the end of the session failed: %s: %s" % (kind.__name__, text_of(error)))

    # xdist: the controller names the worker that reports the collection and learns of dead workers

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node):
        self.controls_workers = True
        if self.collection_reporter is None:
            self.collection_reporter = node
        node.workerinput["qaagent"] = "collection-reporter" if self.collection_reporter is node else "worker"

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node):
        if self.collection_reporter is node:
            self.collection_reporter = "done"

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node):
        if self.collection_reporter is node:
            self.collection_reporter = None
