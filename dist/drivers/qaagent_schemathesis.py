"""Hooks of Schemathesis 4 and 3: hears every check and reports it as a test `METHOD /path \u203a check`, with the request
as curl. Loaded by SCHEMATHESIS_HOOKS; the user's own hooks, named in QAAGENT_USER_HOOKS, are loaded first. Adds the
header whose value stands in the variable named by `auth`, so that it is in no command line and no report."""
import importlib
import importlib.util
import os
import sys

import schemathesis

from qaagent_quality import settings
from qaagent_schemathesis_listener import header_of

OPTIONS = settings()


def load_user_hooks(name):
    if not name:
        return
    if os.sep in name or name.endswith(".py"):
        spec = importlib.util.spec_from_file_location("qaagent_user_hooks", name)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    else:
        sys.path.append(os.getcwd())
        importlib.import_module(name)


def authenticate(variable):
    name, value = header_of(os.environ.get(variable, ""))

    class Header:
        def get(self, case, context):
            return value

        def set(self, case, data, context):
            case.headers = case.headers or {}
            case.headers[name] = data

    schemathesis.auth()(Header)


load_user_hooks(os.environ.get("QAAGENT_USER_HOOKS"))
if OPTIONS is not None:
    if OPTIONS.get("auth"):
        authenticate(OPTIONS["auth"])
    if importlib.util.find_spec("schemathesis.engine") is not None:
        from qaagent_schemathesis_four import listen
    else:
        from qaagent_schemathesis_three import listen
    listen(OPTIONS)
