"""Which verbs of the services the three ways through the program (screens, typed lines, commands) use."""

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tests.source_tree import Source

WAYS = ("ui", "plain", "cli")
"""The parts of the house through which a person works."""
IN_HAND = {"OpenAudit", "Book", "BookKind"}
"""What screens never hold: a function that takes one of these is a part of verbs, not a verb."""
_SERVICES = "compact_tui.services"


class Verb(NamedTuple):
    """Something a person does: a public function of a service that takes the desk first."""

    module: str
    """The last part of its module's name."""
    name: str

    def __str__(self) -> str:
        return f"{self.module}.{self.name}"


def verbs_in(sources: Iterable[Source]) -> list[Verb]:
    """Every verb of the services."""
    return [
        Verb(source.module.rpartition(".")[2], node.name)
        for source in sources
        if source.layer == "services"
        for node in source.tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and _takes_desk(node)
    ]


def _takes_desk(function: ast.FunctionDef) -> bool:
    """Whether a function takes the desk first, and nothing that only services hold in their hands."""
    notes = [
        ast.unparse(arg.annotation) if arg.annotation else ""
        for arg in (*function.args.posonlyargs, *function.args.args)
    ]
    return notes[:1] == ["Desk"] and not IN_HAND & set(" ".join(notes).replace("|", " ").split())


def used_by(sources: Iterable[Source]) -> dict[str, set[Verb]]:
    """The functions of the services that each way uses, under the name of the module that defines them."""
    known = list(sources)
    handed_on = _handed_on(known)
    return {way: {handed_on.get(verb, verb) for s in known if s.layer == way for verb in _uses(s)} for way in WAYS}


def _handed_on(sources: Iterable[Source]) -> dict[Verb, Verb]:
    """What a module of the services takes from another, by the name it has there: records.add_action is actions'."""
    return {
        Verb(source.module.rpartition(".")[2], alias.asname or alias.name): Verb(module, alias.name)
        for source in sources
        if source.layer == "services"
        for module, alias in _taken(source.tree)
        if module
    }


def _taken(part: ast.AST) -> Iterator[tuple[str, ast.alias]]:
    """What is imported from the services: with the module it is a part of; empty for a module as a whole."""
    for node in ast.walk(part):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_SERVICES):
            module = (node.module or "").removeprefix(_SERVICES).removeprefix(".")
            yield from ((module, alias) for alias in node.names)


def _uses(source: Source) -> Iterator[Verb]:
    yield from (Verb(module, alias.name) for module, alias in _taken(source.tree) if module)
    functions = [node for node in ast.walk(source.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    everywhere = _modules(source.tree.body)
    for scope, modules in ((source.tree, everywhere), *((f, everywhere | _modules(f.body)) for f in functions)):
        for node in ast.walk(scope):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
                yield Verb(modules[node.value.id], node.attr)


def _modules(body: list[ast.stmt]) -> dict[str, str]:
    """The modules of the services that some statements import, by the names they have there."""
    return {alias.asname or alias.name: alias.name for step in body for module, alias in _taken(step) if not module}


def out_of_reach(sources: Iterable[Source]) -> set[tuple[str, str]]:
    """Way and verb of every verb that a person cannot do in that way."""
    known = list(sources)
    used = used_by(known)
    return {(way, str(verb)) for verb in verbs_in(known) for way in WAYS if verb not in used[way]}
