"""Texts in the language of who reads them; English where there is no translation."""

from collections.abc import Mapping

import discord
from discord import app_commands
from discord.app_commands import TranslationContextTypes, locale_str

# Of each language, by Discord's name for it, the English texts and their translations.
Languages = Mapping[str, Mapping[str, str]]
ENGLISH: Languages = {}


class Translator(app_commands.Translator):
    """Gives Discord the names and descriptions of commands in every language there is."""

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    async def translate(
        self,
        string: locale_str,
        locale: discord.Locale,
        context: TranslationContextTypes,  # noqa: ARG002  # the text alone decides
    ) -> str | None:
        """Return a text in a language, None where it stays English."""
        return self._languages.get(locale.value, {}).get(string.message)
