"""Collects the messages and hints of errors, and what a report says of skipped things, as templates.

The core knows no Qt and writes its errors as f-strings where they are raised; nothing of that changes here.
The code is read instead: each text given to an error of the `GkdtError` family, to `Report.skip` or to
`sentences` becomes a template in which every field of the f-string is a number in braces ("{0} has no
points."). A text that comes from a name is followed: to the assignments of a local variable, to a constant
of a module, to what callers give for a parameter, and to what a called function returns. The templates get
translations in the catalogues, and `app/error_texts.py` finds the template of a message when it is shown.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FAMILY = "GkdtError"
PLACES = ("app", "gkdt_core", "trainer")
"""Where the program is."""
TERMINAL_ONLY = (
    *("app/cli.py", "app/commands", "app/console.py"),
    *("gkdt_core/inference/benchmark.py", "gkdt_core/inference/benchmark_report.py"),
    *("gkdt_core/metrics/oks.py", "gkdt_core/weights/create.py", "gkdt_core/weights/encoder_files.py"),
    # what ends a training is shown in the window that started it; these are commands of their own
    *("trainer/evaluate.py", "trainer/evaluation", "trainer/megakpt", "trainer/recipes"),
)
"""Commands: their errors are read in a terminal, which speaks English."""
LISTS = {
    "app/project/importing.py": {"_notes"},
    "gkdt_core/weights/verify.py": {"notes", "problems", "wrong"},
}
"""Lists that a report shows: what is put into them is a message."""
RETURNS = ("gkdt_core/weights/verify.py", "trainer/choices.py")
"""Where messages are parts of what functions return."""
TRANSLATED = {"tr", "counted", "mark"}
"""What goes through app/i18n.py is in the catalogues already."""
ERROR_LIKE = {"error", "msg", "problem", "reason", "strerror", "message", "hint", "why"}
"""Names of fields that hold a message of another error, or the system's reason."""
REASONS = (
    *("No such file or directory", "Permission denied", "Operation not permitted", "No space left on device"),
    *("Is a directory", "Not a directory", "File exists", "Directory not empty", "File name too long"),
    *("Read-only file system", "Input/output error", "Too many open files", "Device or resource busy"),
    *("Invalid argument", "Disk quota exceeded", "Cannot allocate memory", "Stale file handle"),
    *("Expecting value", "Extra data", "Expecting ',' delimiter", "Expecting ':' delimiter"),
    *("Expecting property name enclosed in double quotes", "Unterminated string starting at"),
)
"""Why a file cannot be used, in the words of the system and of Python's reader of JSON."""
PLACE_IN_JSON = "{0}: line {1} column {2} (char {3})"
KNOWN_ELSEWHERE = {
    ("gkdt_core/formats/registry.py", "sentence"): "of `sentences`, collected where those are called",
}
"""Texts that cannot be followed, and why they need not be."""
FEWEST_LETTERS = 3
"""Of its own that a text needs, so that it is not seen in others by chance."""
DEEPEST = 6
MOST_FORMS = 12

Scope = ast.FunctionDef | ast.AsyncFunctionDef | None
Expansion = list["Piece"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an f-string.

    Attributes:
        code: The expression, for translators.
        kind: "number", "text" (its value may be a known text itself), or "" (carried over as it is).
    """

    code: str
    kind: str = ""


Piece = tuple[str | Field, ...]
"""A text in parts; adjacent strings are joined by `Template.of`."""


@dataclass(frozen=True, slots=True)
class Template:
    """A text with numbered fields.

    Attributes:
        source: As it is in the catalogues: `str.format` with {0}, {1} ...
        fields: What is filled in, in this order.
    """

    source: str
    fields: tuple[Field, ...] = ()

    @classmethod
    def of(cls, piece: Piece) -> Template:
        """The template of a text in parts."""
        numbers = itertools.count()
        source = "".join(
            part.replace("{", "{{").replace("}", "}}") if isinstance(part, str) else f"{{{next(numbers)}}}"
            for part in piece
        )
        return cls(source, tuple(part for part in piece if isinstance(part, Field)))

    @property
    def is_sentence(self) -> bool:
        """Whether it has words of a language: no name of a file or of a setting, and not "is" alone."""
        letters = sum(map(str.isalpha, re.sub(r"\{\d+\}", "", self.source)))
        return letters >= FEWEST_LETTERS and " " in self.source.strip()


@dataclass(slots=True)
class Found:
    """What was collected.

    Attributes:
        templates: By their texts.
        files: The files that each text is in.
        whole: The texts that are a message or a hint; the others are only inside of such.
        unknown: "file:line: code" of texts that cannot be followed.
    """

    templates: dict[str, Template] = field(default_factory=dict)
    files: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    whole: set[str] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)

    def note(self, template: Template, name: str, *, whole: bool = False) -> None:
        known = self.templates.get(template.source)
        if known is not None:  # the same words at two places: a field is carried over only if it is at both
            pairs = zip(known.fields, template.fields, strict=True)
            merged = tuple(
                a if a.kind == b.kind else Field(a.code, _either(a.kind, b.kind)) for a, b in pairs
            )
            template = Template(template.source, merged)
        self.templates[template.source] = template
        self.files[template.source].add(name)
        if whole:
            self.whole.add(template.source)


def _either(one: str, other: str) -> str:
    return "text" if "text" in (one, other) else ""


@dataclass(slots=True)
class _Module:
    name: str
    tree: ast.Module
    constants: dict[str, ast.expr] = field(default_factory=dict)


class _Code:
    """All modules, with what is needed to follow a name."""

    def __init__(self, root: Path) -> None:
        self.modules: list[_Module] = []
        self.family = {FAMILY}
        self.functions: dict[str, list[tuple[_Module, ast.FunctionDef]]] = defaultdict(list)
        self.calls: dict[str, list[tuple[_Module, Scope, ast.Call]]] = defaultdict(list)
        self.constants: dict[str, list[tuple[_Module, ast.expr]]] = defaultdict(list)
        self.returned: list[tuple[_Module, Scope, ast.Tuple | ast.List]] = []
        for top in PLACES:
            for path in sorted((root / top).rglob("*.py")):
                name = path.relative_to(root).as_posix()
                self.modules.append(_Module(name, ast.parse(path.read_text(encoding="utf-8"))))
        bases = [
            (node.name, {_word(base) for base in node.bases})
            for module in self.modules
            for node in ast.walk(module.tree)
            if isinstance(node, ast.ClassDef)
        ]
        while more := {name for name, of in bases if of & self.family} - self.family:
            self.family |= more
        for module in self.modules:
            for node in module.tree.body:
                for target, value in _assigned(node):
                    module.constants[target] = value
                    self.constants[target].append((module, value))
            self._walk(module, module.tree, None)

    def _walk(self, module: _Module, node: ast.AST, scope: Scope) -> None:
        for child in ast.iter_child_nodes(node):
            inner = scope
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                self.functions[child.name].append((module, child))  # type: ignore[arg-type]  # seen alike
                inner = child
            elif isinstance(child, ast.Call):
                self.calls[_word(child.func)].append((module, scope, child))
            elif isinstance(child, ast.Return) and isinstance(child.value, ast.Tuple | ast.List):
                if module.name in RETURNS:
                    self.returned.append((module, scope, child.value))
            self._walk(module, child, inner)


def _word(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Name):
                yield target.id, node.value
            elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                for one, value in zip(target.elts, node.value.elts, strict=False):
                    if isinstance(one, ast.Name):
                        yield one.id, value
    elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and isinstance(node.target, ast.Name) and node.value:
        yield node.target.id, node.value


def is_terminal_only(name: str) -> bool:
    """Whether a file's errors reach nobody in the window."""
    return any(name == place or name.startswith(f"{place}/") for place in TERMINAL_ONLY)


class _Collector:
    def __init__(self, code: _Code) -> None:
        self._code = code
        self._is_guessing = False
        self.found = Found()

    def run(self) -> Found:
        for word, calls in tuple(self._code.calls.items()):
            for module, scope, call in calls:
                if is_terminal_only(module.name):
                    continue
                for text in self._carried(word, call):
                    pieces = self._pieces(text, module, scope, 0)
                    if pieces is None and word == "skip" and text is call.args[0]:
                        continue  # the name of a file
                    if pieces is None and (module.name, ast.unparse(text)) not in KNOWN_ELSEWHERE:
                        self.found.unknown.append(f"{module.name}:{text.lineno}: {ast.unparse(text)}")
                    for piece in pieces or ():
                        self._note(piece, module, whole=word != "skip")
                for text in self._told(word, call, module):
                    self._guess(text, module, scope)
        for module, scope, value in self._code.returned:
            for text in value.elts:
                self._guess(text, module, scope)
        return self.found

    def _guess(self, text: ast.expr, module: _Module, scope: Scope) -> None:
        self._is_guessing = True
        for piece in self._pieces(text, module, scope, 0) or ():
            self._note(piece, module, whole=True)
        self._is_guessing = False

    @staticmethod
    def _told(word: str, call: ast.Call, module: _Module) -> Iterator[ast.expr]:
        """What is told beside errors: notes of reports, and why a training is as it is."""
        if word == "append" and isinstance(call.func, ast.Attribute):
            if _word(call.func.value) in LISTS.get(module.name, ()):
                yield from call.args
        elif word in ("report", "Progress") and len(call.args) == 2 and isinstance(call.args[1], ast.Dict):
            told = zip(call.args[1].keys, call.args[1].values, strict=True)
            yield from (v for k, v in told if isinstance(k, ast.Constant) and k.value == "text")
        elif word in ("Choice", "take"):
            yield from call.args[1:3] if word == "Choice" else call.args[2:3]

    def _carried(self, word: str, call: ast.Call) -> Iterator[ast.expr]:
        if word in self._code.family:
            yield from call.args[:1]
            yield from (keyword.value for keyword in call.keywords if keyword.arg in ("hint", "message"))
        elif word == "skip" and len(call.args) == 2:
            yield from call.args
        elif word == "sentences":
            for row in call.args:
                if isinstance(row, ast.Tuple):
                    for words in row.elts[1:]:
                        number = ast.FormattedValue(ast.Call(ast.Name("len"), [row.elts[0]], []), -1, None)
                        pieces = [number, ast.Constant(" "), words, ast.Constant(".")]
                        text = ast.JoinedStr(
                            [
                                p
                                if isinstance(p, ast.FormattedValue | ast.Constant)
                                else ast.FormattedValue(p, -1, None)
                                for p in pieces
                            ]
                        )
                        # "3 images were left out.", as `sentences` puts it together
                        yield ast.copy_location(ast.fix_missing_locations(text), words)

    def _note(self, piece: Piece, module: _Module, *, whole: bool = False) -> None:
        template = Template.of(piece)
        if template.is_sentence or any(part.kind == "text" for part in template.fields):
            self.found.note(template, module.name, whole=whole)

    def _pieces(self, node: ast.expr, module: _Module, scope: Scope, depth: int) -> list[Piece] | None:
        """The forms that a text can have; None where that cannot be told, [] where others collect it."""
        if depth > DEEPEST:
            return None
        deeper = depth + 1
        match node:
            case ast.Constant(value=str(text)):
                return [(text,)] if text else []
            case ast.JoinedStr(values=values):
                return self._joined([self._part(value, module, scope, deeper) for value in values])
            case ast.BinOp(left=left, op=ast.Add(), right=right) if _has_text(node):
                sides = [self._within_text(side, module, scope, deeper) for side in (left, right)]
                return self._joined(sides)
            case ast.IfExp(body=body, orelse=orelse):
                return self._all((body, orelse), module, scope, deeper)
            case ast.BoolOp(values=values):
                return self._all(values, module, scope, deeper)
            case ast.Subscript(value=value, slice=ast.Slice()):
                return self._pieces(value, module, scope, deeper)
            case ast.Subscript(value=ast.Name(id=table)) if table in self._code.constants:
                owner, value = self._code.constants[table][0]
                rows = value.values if isinstance(value, ast.Dict) else [value]
                return self._all(rows, owner, None, deeper)
            case ast.Name(id=name):
                return self._of_name(name, module, scope, deeper)
            case ast.Call(func=function):
                return self._of_call(node, _word(function), module, scope, deeper)
            case ast.Attribute(attr="message" | "hint" | "_problem" | "strerror"):
                return []  # of an error that was collected where it is raised
        return None

    def _all(
        self, nodes: tuple[ast.expr, ...] | list[ast.expr], module: _Module, scope: Scope, depth: int
    ) -> list[Piece] | None:
        found = [self._pieces(node, module, scope, depth) for node in nodes]
        return (
            None if any(pieces is None for pieces in found) else [p for pieces in found for p in pieces or ()]
        )

    @staticmethod
    def _joined(parts: list[list[Piece]]) -> list[Piece]:
        return [
            tuple(itertools.chain.from_iterable(combination))
            for combination in itertools.islice(itertools.product(*parts), MOST_FORMS)
        ]

    def _within_text(self, node: ast.expr, module: _Module, scope: Scope, depth: int) -> list[Piece]:
        """A side of a `+`: a literal itself, else a field whose own text is collected."""
        if isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp | ast.IfExp):
            return self._pieces(node, module, scope, depth) or [("",)]
        return self._field(node, "", module, scope, depth)

    def _part(self, node: ast.expr, module: _Module, scope: Scope, depth: int) -> list[Piece]:
        if isinstance(node, ast.FormattedValue):
            spec = ast.unparse(node.format_spec) if node.format_spec is not None else ""
            return self._field(node.value, spec, module, scope, depth)
        return [(str(getattr(node, "value", "")),)]

    def _field(self, node: ast.expr, spec: str, module: _Module, scope: Scope, depth: int) -> list[Piece]:
        code = ast.unparse(node)
        if spec or _word(getattr(node, "func", node)) == "len":
            return [(Field(code, "number"),)]
        choices = self._choices(node)
        if choices is not None:  # "point" or "points": each form is a text of its own
            return [(choice,) if isinstance(choice, str) else (Field(code),) for choice in choices]
        before, self._is_guessing = self._is_guessing, True  # of a field, what can be followed is enough
        pieces = self._pieces(node, module, scope, depth) or []
        self._is_guessing = before
        if isinstance(node, ast.Name) and self._is_local(node.id, scope) and 0 < len(pieces) <= 4:
            plain = [piece for piece in pieces if all(isinstance(part, str) for part in piece)]
            if plain and len(plain) == len(pieces):
                return pieces
        sentences = [piece for piece in pieces if Template.of(piece).is_sentence]
        for piece in sentences:
            self._note(piece, module)
        return [(Field(code, "text" if sentences or _is_error_like(node) else ""),)]

    @staticmethod
    def _choices(node: ast.expr) -> list[str | None] | None:
        """The literals between which a field chooses; None stands for what is no literal."""
        if isinstance(node, ast.IfExp):
            options: list[ast.expr] = [node.body, node.orelse]
        elif isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
            options = node.values
        else:
            return None
        found = [
            o.value if isinstance(o, ast.Constant) and isinstance(o.value, str) else None for o in options
        ]
        return found if any(text is not None for text in found) else None

    @staticmethod
    def _is_local(name: str, scope: Scope) -> bool:
        return scope is not None and any(
            target == name for node in ast.walk(scope) for target, _ in _assigned(node)
        )

    def _of_name(self, name: str, module: _Module, scope: Scope, depth: int) -> list[Piece] | None:
        if scope is not None:
            values = [
                value for node in ast.walk(scope) for target, value in _assigned(node) if target == name
            ]
            values = [value for value in values if not _mentions(value, name)]
            if values:
                return self._all(values, module, scope, depth)
            place = _parameter(scope, name)
            if place is not None:
                return self._of_parameter(scope, name, place, module, depth)
        if name in module.constants:
            return self._pieces(module.constants[name], module, None, depth)
        for owner, value in self._code.constants.get(name, ())[:1]:
            return self._pieces(value, owner, None, depth)
        return None

    def _of_parameter(
        self,
        scope: ast.FunctionDef | ast.AsyncFunctionDef,
        name: str,
        place: int,
        module: _Module,
        depth: int,
    ) -> list[Piece] | None:
        found: list[Piece] = []
        for caller, inner, call in self._code.calls.get(scope.name, ()):
            if (scope.name.startswith("_") and caller is not module) or is_terminal_only(caller.name):
                continue
            given = next((k.value for k in call.keywords if k.arg == name), None)
            if given is None and place < len(call.args):
                given = call.args[place]
            if given is None:
                continue
            pieces = self._pieces(given, caller, inner, depth)
            if pieces is None and not self._is_guessing:
                return None
            found += pieces or ()
        default = _default(scope, name)
        if default is not None:
            found += self._pieces(default, module, None, depth) or []
        return found

    def _of_call(
        self, call: ast.Call, word: str, module: _Module, scope: Scope, depth: int
    ) -> list[Piece] | None:
        if word in TRANSLATED:
            return []
        if word == "str" and call.args:
            return []  # of another error, or of a value
        if word in ("replace", "strip", "removesuffix") and isinstance(call.func, ast.Attribute):
            return self._pieces(call.func.value, module, scope, depth)
        found: list[Piece] = []
        owners = self._code.functions.get(word, ())
        own = [row for row in owners if row[0] is module]
        for owner, function in own or owners[:1]:
            for node in ast.walk(function):
                if isinstance(node, ast.Return) and node.value is not None:
                    pieces = self._pieces(node.value, owner, function, depth)
                    if pieces is None:
                        return None
                    found += pieces
        return found if owners else None


def _has_text(node: ast.expr) -> bool:
    return any(isinstance(n, ast.Constant) and isinstance(n.value, str) for n in ast.walk(node))


def _is_error_like(node: ast.expr) -> bool:
    if isinstance(node, ast.BoolOp):
        return any(_is_error_like(value) for value in node.values)
    if isinstance(node, ast.Call) and _word(node.func) in ("str", "_first_line") and node.args:
        return _is_error_like(node.args[0])
    return _word(node) in ERROR_LIKE


def _mentions(node: ast.expr, name: str) -> bool:
    return any(isinstance(inner, ast.Name) and inner.id == name for inner in ast.walk(node))


def _parameter(scope: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> int | None:
    names = [argument.arg for argument in (*scope.args.posonlyargs, *scope.args.args)]
    names = names[1:] if names[:1] in (["self"], ["cls"]) else names
    if name in names:
        return names.index(name)
    return 10_000 if name in [argument.arg for argument in scope.args.kwonlyargs] else None


def _default(scope: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> ast.expr | None:
    positional = [*scope.args.posonlyargs, *scope.args.args]
    for argument, default in zip(reversed(positional), reversed(scope.args.defaults), strict=False):
        if argument.arg == name:
            return default
    for argument, value in zip(scope.args.kwonlyargs, scope.args.kw_defaults, strict=True):
        if argument.arg == name:
            return value
    return None


def collect(root: Path) -> Found:
    """Every text of an error that a person of the window can meet."""
    found = _Collector(_Code(root)).run()
    for reason in REASONS:
        found.note(Template(reason), "packaging/messages.py", whole=True)
    names = (
        ("error.msg", "text"),
        ("error.lineno", "number"),
        ("error.colno", "number"),
        ("error.pos", "number"),
    )
    place = tuple(Field(*name) for name in names)
    found.note(Template(PLACE_IN_JSON, place), "packaging/messages.py", whole=True)
    return found
