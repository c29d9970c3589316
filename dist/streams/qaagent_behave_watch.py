"""One run of Behave that is watched: its features, scenarios and hooks. Nothing here may ever change or break the run."""

import functools
import json
import os
import time

import behave

from qaagent_behave_errors import error_fields
from qaagent_behave_reports import described, ended, identity
from qaagent_stream import EventFile, UserTree, dump_stacks_on_signal, environment_path, quietly

PIECE = 250


class Watch:
    """One run of Behave in this process."""

    def __init__(self, path):
        self.cwd = os.getcwd()
        self.tree = UserTree(self.cwd)
        self.events = EventFile(path)
        self.collected = set()
        self.retries = {}
        self.scenario = None
        self.hook_errors = []
        self.runs = 0
        dump_stacks_on_signal(environment_path("QAAGENT_STACKS"))
        self.events.write(
            "session",
            v=1,
            runner="behave",
            version=behave.__version__,
            rootdir=self.cwd,
            cwd=self.cwd,
            pid=os.getpid(),
        )

    # Before anything runs

    def features_known(self, runner, features):
        if runner.config.base_dir:
            self.tree = UserTree(self.cwd, os.path.join(self.cwd, runner.config.base_dir))
        features[:] = self.select(features, runner.config)
        known = {}
        for scenario in self.scenarios(features, runner.config):
            test = self.describe(scenario, runner.config)
            known.setdefault(test["id"], test)
        tests = list(known.values())
        for first in range(0, max(1, len(tests)), PIECE):
            self.events.write("collected", tests=tests[first : first + PIECE])
        self.watch_hooks(runner)

    def scenarios(self, features, config):
        for feature in features:
            for scenario in feature.walk_scenarios():
                if scenario.should_run(config):
                    yield scenario

    def describe(self, scenario, config):
        # By object: a feature named twice on the command line is loaded twice.
        self.collected.add(id(scenario))
        return described(scenario, self.cwd, config)

    def select(self, features, config):
        path = environment_path("QAAGENT_SELECT")
        if not path:
            return list(features)
        try:
            with open(path, encoding="utf-8") as file:
                wanted = set(json.load(file))
        except (OSError, ValueError, TypeError) as error:
            self.events.write("error", **error_fields(error, self.tree, "cannot read the tests to select"))
            return list(features)
        kept = []
        found = set()
        for feature in features:
            matching = [one for one in feature.walk_scenarios() if identity(one, self.cwd) in wanted]
            if matching:
                kept.append(feature)
                found.update(identity(one, self.cwd) for one in matching if one.should_run(config))
                self.skip_others(feature, matching)
        self.events.write("missing", ids=sorted(wanted - found))
        return kept

    def skip_others(self, feature, matching):
        for scenario in feature.walk_scenarios():
            if not any(scenario is one for one in matching):
                scenario.mark_skipped()

    def watch_hooks(self, runner):
        for name, hook in list(runner.hooks.items()):
            if callable(hook) and name.startswith(("before_", "after_")):
                runner.hooks[name] = self.watched(name, hook)

    def watched(self, name, hook):
        @functools.wraps(hook)
        def call(*args, **kwargs):
            try:
                return hook(*args, **kwargs)
            except BaseException as error:
                quietly(self.hook_failed, name, error)
                raise

        return call

    def hook_failed(self, name, error):
        if self.scenario is not None:
            self.hook_errors.append((name, error))
        else:
            self.events.write("error", **error_fields(error, self.tree, "hook %s" % name))

    # One scenario

    def run_scenario(self, original, scenario, runner, args, kwargs):
        test = quietly(self.start, scenario, runner)
        if test is None:
            return original(scenario, runner, *args, **kwargs)
        began = time.perf_counter()
        try:
            failed = original(scenario, runner, *args, **kwargs)
        except BaseException as error:
            quietly(self.escaped, error)
            raise
        quietly(self.end, scenario, test, time.perf_counter() - began)
        return failed

    def start(self, scenario, runner):
        if runner.config.dry_run:
            return None
        test = identity(scenario, self.cwd)
        if id(scenario) not in self.collected:
            if not scenario.should_run(runner.config):
                return None
            self.events.write("collected", tests=[self.describe(scenario, runner.config)])
        retry = self.retries.get(test, 0)
        self.retries[test] = retry + 1
        self.scenario = scenario
        self.hook_errors = []
        self.events.write("start", id=test, retry=retry)
        return (test, retry)

    def end(self, scenario, test, seconds):
        self.scenario = None
        fields = ended(scenario, self.hook_errors, self.tree)
        self.events.write("end", id=test[0], retry=test[1], durationMs=round(seconds * 1000, 3), **fields)
        if fields["status"] == "interrupted":
            self.events.write("interrupt", message=fields["message"])

    def escaped(self, error):
        # What Behave does not catch (sys.exit in a step, a second Ctrl-C) ends the run; the scenario stays open.
        self.scenario = None
        if isinstance(error, KeyboardInterrupt):
            self.events.write("interrupt", message="KeyboardInterrupt")

    # The whole run

    def run(self, original, runner, args, kwargs):
        self.runs += 1
        try:
            failed = original(runner, *args, **kwargs)
        except BaseException as error:
            quietly(self.run_failed, error)
            raise
        self.events.write("finish", exit=1 if failed else 0)
        return failed

    def run_failed(self, error):
        if isinstance(error, KeyboardInterrupt):
            self.events.write("interrupt", message="KeyboardInterrupt")
            return
        self.events.write("error", **error_fields(error, self.tree, "behave stopped"))
        if isinstance(error, Exception):
            self.events.write("finish", exit=1)
