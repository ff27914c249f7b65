"""People, servers and channels as Discord writes them."""

from typing import Any

from .models import CATEGORY, DM, FORUM, Channel, Guild, Member, Role, User
from .world import World


def user(one: User) -> dict[str, Any]:
    payload: dict[str, Any] = {
        "id": str(one.id),
        "username": one.name,
        "avatar": None,
        "discriminator": "0",
        "public_flags": 0,
        "flags": 0,
        "global_name": None,
        "primary_guild": None,
    }
    if one.bot:
        payload["bot"] = True
    return payload


def role(one: Role) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "name": one.name,
        "permissions": str(one.permissions),
        "position": one.position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": one.mentionable,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def member(world: World, one: Member) -> dict[str, Any]:
    return {
        "user": user(world.users[one.user]),
        "avatar": None,
        "banner": None,
        "communication_disabled_until": None,
        "flags": 0,
        "joined_at": one.joined,
        "nick": None,
        "pending": False,
        "premium_since": None,
        "roles": [str(role) for role in sorted(one.roles)],
        "mute": False,
        "deaf": False,
    }


def channel(world: World, one: Channel) -> dict[str, Any]:
    last = next(reversed(one.messages), None)
    payload: dict[str, Any] = {
        "id": str(one.id),
        "type": one.type,
        "flags": 0,
        "last_message_id": None if last is None else str(last),
    }
    if one.type == DM:
        payload["recipients"] = [user(world.users[one.recipient or 0])]
        return payload
    payload |= {"guild_id": str(one.guild), "name": one.name}
    payload["parent_id"] = None if one.parent is None else str(one.parent)
    if one.is_thread:
        return payload | _thread(one)
    payload |= {
        "position": one.position,
        "nsfw": False,
        "permission_overwrites": [
            {
                "id": str(rule.id),
                "type": rule.kind,
                "allow": str(rule.allow),
                "deny": str(rule.deny),
            }
            for rule in one.overwrites.values()
        ],
    }
    if one.type != CATEGORY:
        payload |= {"topic": None, "rate_limit_per_user": 0}
    if one.type == FORUM:
        payload |= {
            "available_tags": [],
            "default_reaction_emoji": None,
            "default_sort_order": None,
            "default_forum_layout": 0,
        }
    return payload


def _thread(one: Channel) -> dict[str, Any]:
    return {
        "owner_id": str(one.owner),
        "thread_metadata": {
            "archived": one.archived,
            "archive_timestamp": one.made,
            "auto_archive_duration": 1440,
            "locked": one.locked,
            "create_timestamp": one.made,
        },
        "message_count": len(one.messages),
        "member_count": len(one.joined),
        "total_message_sent": len(one.messages),
        "rate_limit_per_user": 0,
        "applied_tags": list(one.tags),
    }


def thread_member(thread: Channel, who: int) -> dict[str, Any]:
    return {
        "id": str(thread.id),
        "user_id": str(who),
        "join_timestamp": thread.made,
        "flags": 0,
    }


def guild(one: Guild) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "name": one.name,
        "icon": None,
        "description": None,
        "home_header": None,
        "splash": None,
        "discovery_splash": None,
        "features": ["COMMUNITY"],
        "banner": None,
        "owner_id": str(one.owner),
        "application_id": None,
        "region": "deprecated",
        "afk_channel_id": None,
        "afk_timeout": 300,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "widget_enabled": False,
        "widget_channel_id": None,
        "verification_level": 0,
        "roles": [role(each) for each in one.roles.values()],
        "default_message_notifications": 0,
        "mfa_level": 0,
        "explicit_content_filter": 0,
        "max_presences": None,
        "max_members": 500_000,
        "max_stage_video_channel_users": 50,
        "max_video_channel_users": 25,
        "vanity_url_code": None,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "preferred_locale": "en-US",
        "rules_channel_id": None,
        "safety_alerts_channel_id": None,
        "public_updates_channel_id": None,
        "premium_progress_bar_enabled": False,
        "nsfw": False,
        "nsfw_level": 0,
        "emojis": [],
        "stickers": [],
        "incidents_data": None,
    }


def guild_create(world: World, one: Guild) -> dict[str, Any]:
    """A server as the gateway tells of it: with channels, threads and the bot itself."""
    places = [each for each in world.channels.values() if each.guild == one.id]
    return guild(one) | {
        "joined_at": one.members[world.bot].joined,
        "large": len(one.members) > 250,
        "unavailable": False,
        "member_count": len(one.members),
        "members": [member(world, one.members[world.bot])],
        "channels": [channel(world, each) for each in places if not each.is_thread],
        "threads": [
            channel(world, each) for each in places if each.is_thread and not each.archived
        ],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def application(world: World) -> dict[str, Any]:
    return {
        "id": str(world.application),
        "name": world.users[world.bot].name,
        "icon": None,
        "description": "",
        "type": None,
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user(world.users[world.owner]),
        "approximate_guild_count": len(world.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
        "bot": user(world.users[world.bot]),
        "bot_public": True,
        "bot_require_code_grant": False,
        "integration_types_config": {"0": {}, "1": {}},
    }


def current_user(world: World) -> dict[str, Any]:
    return user(world.users[world.bot]) | {
        "mfa_enabled": False,
        "locale": "en-US",
        "verified": True,
        "email": None,
    }
