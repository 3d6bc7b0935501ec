"""What bash, zsh and fish complete after `flux-desktop`, made from the parser of the command line."""

from __future__ import annotations

import shlex
from collections.abc import Callable

from linux.words import WINDOW, Command, Option, commands

__all__ = ["SHELLS", "bash", "fish", "zsh"]

PROGRAM = "flux-desktop"


def bash() -> str:
    """For /usr/share/bash-completion/completions/flux-desktop."""
    known = commands()
    names = " ".join([*(command.name for command in known), *_names(WINDOW)])
    return "\n".join(
        [
            f"# What bash completes after {PROGRAM}; made from its parser.",
            "_flux_desktop() {",
            "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=",
            "    COMPREPLY=()",
            "    if [ $COMP_CWORD -eq 1 ]; then",
            f"        words={shlex.quote(names)}",
            "    else",
            '        case "${COMP_WORDS[1]} $before" in',
            *(line for command in known for option in command.options if (line := _bash_value(command, option))),
            "        esac",
            '        [ -n "$words" ] || case "${COMP_WORDS[1]}" in',
            *(f"            {command.name}) words={shlex.quote(_bash_words(command))} ;;" for command in known),
            "        esac",
            "    fi",
            '    while IFS= read -r; do COMPREPLY+=("$REPLY"); done < <(compgen -W "$words" -- "$word")',
            "}",
            # Where no word fits a file may.
            f"complete -o bashdefault -o default -F _flux_desktop {PROGRAM}",
            "",
        ]
    )


def zsh() -> str:
    """For /usr/share/zsh/vendor-completions/_flux-desktop."""
    known = commands()
    described = (f"        {shlex.quote(f'{command.name}:{_plain(command.help)}')}" for command in known)
    parts = [line for command in known for line in _zsh_command(command)]
    return "\n".join(
        [
            f"#compdef {PROGRAM}",
            f"# What zsh completes after {PROGRAM}; made from its parser.",
            "_flux_desktop() {",
            "    local -a known",
            "    if (( CURRENT == 2 )); then",
            "        known=(",
            *described,
            "        )",
            "        _describe command known",
            *(f"        compadd -- {name}" for name in _names(WINDOW)),
            "        _files",
            "        return",
            "    fi",
            "    local command=$words[2]",
            "    shift words; (( CURRENT-- ))",
            "    case $command in",
            *parts,
            "        *) _files ;;",
            "    esac",
            "}",
            '_flux_desktop "$@"',
            "",
        ]
    )


def fish() -> str:
    """For /usr/share/fish/vendor_completions.d/flux-desktop.fish."""
    known = commands()
    first = f"complete -c {PROGRAM} -n __fish_use_subcommand"
    lines = [f"# What fish completes after {PROGRAM}; made from its parser."]
    lines += [f"{first} -a {command.name} -d {_fish_quoted(_plain(command.help))}" for command in known]
    lines += [f"{first} {_fish_option(option)}" for option in WINDOW.options]
    for command in known:
        within = f"complete -c {PROGRAM} -n '__fish_seen_subcommand_from {command.name}'"
        lines += [f"{within} {_fish_option(option)}" for option in command.options]
        lines += [f"{within} -a {_fish_quoted(' '.join(one.values))}" for one in command.arguments if one.values]
    return "\n".join([*lines, ""])


SHELLS: dict[str, Callable[[], str]] = {
    "usr/share/bash-completion/completions/flux-desktop": bash,
    "usr/share/zsh/vendor-completions/_flux-desktop": zsh,
    "usr/share/fish/vendor_completions.d/flux-desktop.fish": fish,
}
"""What makes each file, by its place in the system."""


def _names(command: Command) -> list[str]:
    return [name for option in command.options for name in option.names]


def _plain(help: str) -> str:
    return help.replace("`", "")


def _bash_words(command: Command) -> str:
    return " ".join([*_names(command), *(value for argument in command.arguments for value in argument.values)])


def _bash_value(command: Command, option: Option) -> str:
    """The line for what follows `option`: its values, or nothing of ours, so that files are offered."""
    if not option.value:
        return ""
    pattern = "|".join(f'"{command.name} {name}"' for name in option.names)
    if option.values:
        return f"            {pattern}) words={shlex.quote(' '.join(option.values))} ;;"
    return f"            {pattern}) return ;;"


def _zsh_command(command: Command) -> list[str]:
    entries = [entry for option in command.options for entry in _zsh_option(option)]
    entries += [
        shlex.quote(f"*:{argument.value.lower()}:{_zsh_action(argument)}") for argument in command.arguments[:1]
    ]
    lines = [f"                {entry} \\" for entry in entries]
    return [f"        {command.name}) _arguments \\", *lines[:-1], lines[-1].removesuffix(" \\") + " ;;"]


def _zsh_option(option: Option) -> list[str]:
    value = f":{option.value.lower().replace(':', ' ')}:{_zsh_action(option)}" if option.value else ""
    help = _plain(option.help).replace("[", "(").replace("]", ")").replace(":", " ")
    return [shlex.quote(f"*{name}[{help}]{value}") for name in option.names]


def _zsh_action(option: Option) -> str:
    if option.values:
        return f"({' '.join(option.values)})"
    return "_files" if option.is_path else ""


def _fish_option(option: Option) -> str:
    names = (f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    value = ""
    if option.value:
        value = f" -x -a {_fish_quoted(' '.join(option.values))}" if option.values else " -r"
    return f"{' '.join(names)}{value} -d {_fish_quoted(_plain(option.help))}"


def _fish_quoted(words: str) -> str:
    """In quotes, in which fish has two escapes of its own."""
    escaped = words.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
