"""Every English text of the commands and the chat; another language translates these lines."""

from discord.app_commands import locale_str as _

# Names and descriptions of commands and their options, as Discord lists them.
ASK = _("ask")
ASK_ABOUT = _("Ask about the news; the answer is what the articles say, word for word")
QUESTION = _("question")
QUESTION_ABOUT = _("What you want to know")
OUTLET = _("outlet")
OUTLET_ABOUT = _("Let only this outlet answer")
AS_OF = _("as_of")
AS_OF_ABOUT = _("Use only what was published by this day, such as 2019-04-18")
BRIEF = _("brief")
BRIEF_ABOUT = _("A briefing: what is known, where the outlets differ, and what is older")
TOPIC = _("topic")
TOPIC_ABOUT = _("Brief on this topic only")
OUTLET_TO_BRIEF = _("Brief from this outlet only")
LENGTH = _("length")
LENGTH_ABOUT = _("How long it may be; standard if left out")
SHORT = _("short")
STANDARD = _("standard")
LONG = _("long")
COMPARE = _("compare")
COMPARE_ABOUT = _("What each outlet says to a question or topic, side by side")
COMPARED = _("about")
COMPARED_ABOUT = _("A question or a topic; every difference there is if left out")
COVERAGE = _("coverage")
COVERAGE_ABOUT = _("Which outlet tells of which topic, and what it leaves out")
TIMELINE = _("timeline")
TIMELINE_ABOUT = _("What happened when, and what is planned, by the dates in the articles")
TIMELINE_FROM_ABOUT = _("The first day, such as 2019-04-01")
TO = _("to")
TO_ABOUT = _("The last day, such as 2019-04-30")
NAME = _("name")
TIMELINE_NAME_ABOUT = _("Only events that name somebody or something, by any spelling")
WHO = _("who")
WHO_ABOUT = _("Who somebody is, in the articles’ words, and every sentence that names them")
WHO_NAME_ABOUT = _("A person, an organisation or a place, by any spelling")
SOURCES = _("sources")
SOURCES_ABOUT = _("List the articles that answers are taken from")
READ = _("read")
READ_ABOUT = _("Read an article, its sentences numbered")
ARTICLE = _("article")
ARTICLE_ABOUT = _("The article: its id, its number in the list, or its outlet")
FROM = _("from")
FROM_ABOUT = _("Number of the sentence to begin with")
VERIFY = _("verify")
VERIFY_ABOUT = _("Check whether a quotation stands in an article, word for word")
QUOTATION = _("quotation")
QUOTATION_ABOUT = _("The words to look for")
HELP = _("help")
HELP_ABOUT = _("What this bot does and how to ask it")
STATUS = _("status")
STATUS_ABOUT = _("How the bot is doing, and what it has read")
PRIVACY = _("privacy")
PRIVACY_ABOUT = _("What is stored about you, and a button to delete it")
FIND_SOURCES = _("Find sources")
FEEDBACK = _("feedback")
FEEDBACK_ABOUT = _("The latest feedback of members on answers")
SETTINGS = _("settings")
SETTINGS_ABOUT = _("How the bot behaves in this server")
SHOW = _("show")
SHOW_ABOUT = _("Show the settings of this server")
TIME_ZONE = _("time-zone")
TIME_ZONE_ABOUT = _("Set the time zone of this server")
ZONE = _("zone")
ZONE_ABOUT = _("A city of the time zone, such as Europe/London")
OUTLETS = _("outlets")
OUTLETS_ABOUT = _("Prefer an outlet, or leave it out of every answer")
OUTLET_TO_SET = _("The outlet")
TREATMENT = _("treatment")
TREATMENT_ABOUT = _("What to do with it")
PREFER = _("prefer it where two say the same")
LEAVE_OUT = _("leave it out")
NO_PREFERENCE = _("treat it like any other")
CHAT = _("chat")
CHAT_ABOUT = _("Let the bot answer when it is mentioned or replied to, or not")
ON = _("on")
ON_ABOUT = _("Whether it answers")
FEEDBACK_ROLE = _("feedback-role")
FEEDBACK_ROLE_ABOUT = _("Let members of a role see feedback, besides those who manage the server")
ROLE = _("role")
ROLE_ABOUT = _("The role; leave it empty for none")

# The rights, named as Discord's settings name them.
ATTACH_FILES = _("Attach Files")
CREATE_PUBLIC_THREADS = _("Create Public Threads")
EMBED_LINKS = _("Embed Links")
MANAGE_SERVER = _("Manage Server")
MANAGE_THREADS = _("Manage Threads")
MENTION_EVERYONE = _("Mention Everyone")
READ_MESSAGE_HISTORY = _("Read Message History")
SEND_MESSAGES = _("Send Messages")
SEND_MESSAGES_IN_THREADS = _("Send Messages in Threads")
VIEW_CHANNEL = _("View Channel")

# What the bot says.
FAILED = _("Something went wrong on my side. Please try again; if it stays so, report {reference}.")
NOT_IN_TIME = _("{user}, Discord did not take my answer in time. Please ask again.")
RESTARTING = _("I am being restarted. Please ask again in a minute.")
STALE_FORM = _("This form was opened before I was updated. Please press the button again.")
STALE_COMMAND = _("This command has changed. Please reload Discord and try again.")
NOT_ALLOWED = _("You need the right “{missing}” in this server for that.")
ONLY_IN_SERVERS = _("This works in a server only.")
COOLING = _("That was a lot at once. You can ask again in {seconds} s.")
NO_QUESTION = _("Ask me a question about the news, and I will answer with what the articles say.")
BLANK = _("There is nothing in that. Please write a question.")
BAD_DATE = _("“{typed}” is not a date I can read. Write it as year-month-day, such as {example}.")
UNKNOWN_OUTLET = _("I have no articles of “{typed}”. There are: {outlets}.")
OUTLET_LEFT_OUT = _("{outlet} is left out in this server. /settings outlets can bring it back.")
UNKNOWN_ARTICLE = _("I have no article called “{typed}”. Choose one from the list: {articles}.")
UNKNOWN_TOPIC = _("I know no topic called “{typed}”. There are: {topics}.")
UNKNOWN_NAME = _("The articles name nobody called “{typed}”. Begin to type and choose one.")
DAYS_REVERSED = _("The first day, {first}, is later than the last, {last}. Exchange the two.")
NO_SUCH_SENTENCE = _("That article has {count} sentences. Choose a number from 1 to {count}.")
NO_ARTICLES = _("There are no articles to show in this server.")
NO_CLAIMS = _("There is no sentence in that message that I could look up.")

HELP_PAGE = _(
    "**I answer questions about the news only with sentences that stand in the articles I have"
    " read**, and name the outlet, the day and the place of each. Where the articles do not say,"
    " I say so.\n\n"
    "**/ask** a question, from one outlet or as of a day if you like\n"
    "**/brief** says what is known, on one topic or on all\n"
    "**/compare** sets the outlets side by side, **/coverage** shows what each leaves out\n"
    "**/timeline** tells what happened when, **/who** who somebody is\n"
    "**/sources** lists the articles, **/read** shows one\n"
    "**/verify** checks a quotation against the articles\n"
    "**Find sources**, in the menu of any message under Apps, looks up what it claims\n"
    "**/subscribe** sends you a briefing at the hours you like, **/subscriptions** tells of them,"
    " **/unsubscribe** ends one;"
    " **/schedule**, for those who manage the server, posts one in a channel\n"
    "**/privacy** says what is stored about you and deletes it\n"
    "**/status** shows how I am doing\n\n"
    "You can also mention me, reply to me, or write to me directly; I understand follow-ups"
    " such as “and when?”."
)
STATUS_PAGE = _(
    "**Versions** briefing-bot {bot}, Python {python}, discord.py {discord}\n"
    "**Articles** {articles} of {outlets} outlets, {warnings} warnings\n"
    "**Index** {sentences} sentences that can be quoted, {vocabulary} different words\n"
    "**Latency** {latency} · **Up** since {since} · **Shard** {shard} of {shards}"
)
NO_SHARD = _("none")
MILLISECONDS = _("{count} ms")
NEXT_POST = _("**Next post** {when}")
NO_POST = _("**Next post** none is planned here")
RIGHTS_COMPLETE = _("**Permissions** I have all that I need in {channels}.")
RIGHTS_MISSING = _(
    "**Permissions** In {channel} I lack: {missing}. Give them to my role in its settings."
)
RIGHTS_UNKNOWN = _("**Permissions** I cannot see {channel}, or it is gone.")
PRIVACY_PAGE = _(
    "**What is stored about you**\n"
    "• What you were last asking about in a channel, so that follow-ups are understood. It is"
    " forgotten after a short time.\n"
    "• What you say of an answer with the buttons Helpful and Wrong: your id, the question,"
    " the sentence and your reason, until you delete it.\n"
    "• What you subscribed to, and when you want it, until you unsubscribe. Schedules of a server"
    " that you set up hold your id, so that you can be told when one is paused.\n\n"
    "Questions that were answered in channels open to everyone in a server are offered to its"
    " members again, without any name. Your messages are not kept, and nothing leaves the"
    " computer I run on."
)
ERASE = _("Delete what is stored about me")
ERASED = _(
    "Deleted. Conversations: {conversations}. Feedback: {feedback}. Subscriptions: {subscriptions}."
    " Schedules of servers no longer hold your id."
)
SETTINGS_PAGE = _(
    "**Settings of this server**\n"
    "Time zone: {time_zone}\n"
    "Preferred outlets: {preferred}\n"
    "Outlets left out: {left_out}\n"
    "Chat: {chat}\n"
    "Feedback is seen by: {feedback}"
)
NONE = _("none")
CHAT_ON = _("on")
CHAT_OFF = _("off")
CHAT_OFF_BY_HOST = _("off for every server, by the one who runs the bot")
MANAGERS = _("those who manage the server")
MANAGERS_AND_ROLE = _("those who manage the server, and {role}")
UNKNOWN_ZONE = _("“{typed}” is no time zone I know. Choose one from the list, such as {example}.")
ZONE_SET = _("The time zone of this server is now {zone}.")
PREFERRED = _("{outlet} now goes first where two outlets say the same.")
LEFT_OUT = _("{outlet} is now left out of every answer in this server.")
ALIKE = _("{outlet} is now treated like any other outlet.")
LAST_OUTLET = _("{outlet} is the last outlet that is not left out. One has to stay.")
CHAT_SET_ON = _("I now answer in this server when I am mentioned or replied to.")
CHAT_SET_OFF = _("I no longer answer mentions and replies in this server. Commands still work.")
FEEDBACK_SET = _("Members of {role} can now see feedback.")
FEEDBACK_UNSET = _("Only those who manage the server can now see feedback.")
FEEDBACK_REFUSED = _("Only those who manage the server, and the role they chose, see feedback.")
NO_FEEDBACK = _("Nobody has given feedback on an answer yet.")
FEEDBACK_LIST = _("**Feedback, the newest first**")
HELPFUL = _("Helpful")
WRONG = _("Wrong")
