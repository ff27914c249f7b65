"""Lines in the middle of a story: those that serve the page, and sentences that only look so."""

import pytest

from bot.corpus.article import Sentence
from bot.corpus.manifest import Entry
from bot.corpus.splitting import split

ENTRY = Entry(file="story.txt", outlet="The Daily Harbour", authors=("Wilf Sander",))
BEFORE = (
    "The council met on Monday to talk about the bridge, which has been closed since the storm of "
    "last winter, and agreed to pay for it."
)
AFTER = (
    "The tunnel under the harbour will stay open while the work goes on, and the ferries, which "
    "cost nothing, will run until the end of the year."
)
LAST = "She said it would take a year, and that nobody in the town would lose a job over it."

FURNITURE = """\
Sign up for our free daily newsletter
Subscribe to The Daily Harbour
Click here to read the full report.
Share this article
Share on Twitter
Share:
Print this page
Copy link
Read more: Bridge closed after crack is found in beam
READ MORE: Ferry timetable
Also read: Who pays for the bridge?
Related: Ferries packed on first day
RELATED: Man, 22, denies stealing ferry
Watch: Moment the beam gave way
Story continues below
Article continues below advertisement
Advertisement
ADVERTISEMENT - CONTINUE READING BELOW
Advertisement · Scroll to continue
Sponsored content
Continue reading
Scroll down to continue reading
Skip to main content
Back to top
Comments (42)
12 comments
View comments
Leave a comment
Follow us on Facebook and Instagram
Follow Wilf Sander on Twitter
Follow The Daily Harbour on Facebook, Twitter and Instagram. Send your story ideas to us.
Get the latest headlines straight to your inbox
Enter your email address
Your email address will not be published. Required fields are marked *
Please enable JavaScript to view the comments.
To play this video you need to enable JavaScript in your browser.
Something went wrong, please try again later.
We use cookies to improve your experience.
This website uses cookies.
By continuing to use this site, you agree to our Terms of Service and Privacy Policy.
We and our 812 partners store information on a device, such as unique IDs in cookies.
Terms of Use | Privacy Policy | About us
Privacy Policy
This form is protected, and the Privacy Policy and Terms of Service apply.
© 2023 Daily Harbour Ltd. All rights reserved.
Copyright 2023 The Daily Harbour
(c) 2023 Daily Harbour Group
All rights reserved.
This article was originally published on 3 March 2021.
This story has been updated to correct the name of the ferry.
(This March 3 story has been corrected to fix the spelling of Sander)
This article is more than 2 years old.
An earlier version of this article gave a wrong date.
Correction: An earlier version of this article said that the bridge was older.
Editor's note: This story was first published in May.
(Adds union comment in paragraph 5)
The views expressed in this article are the author's own.
The Daily Harbour is not responsible for the content of external sites.
Thank you for reading. Before you go, please support us from 2 pounds a month.
I hope you enjoyed this article. If you can, please support our journalism.
Become a member today
Have you been affected by the closure? Get in touch: news@harbour.example
Were you on the ferry? Let us know in the comments below.
Got a story? Call the newsdesk on 555 0117 or email desk@harbour.example
Contact the author: wilf@harbour.example
You can email me at wilf@harbour.example with your pictures.
news@harbour.example
https://harbour.example/bridge
@dailyharbour #bridge
* * *
___
•
…
. . .
www.harbour.example/bridge.
Home > News > Bridge
News | Sport | Weather | Travel | Business | Opinion | Culture | Jobs | Motors | Notices | Property | Archive | Help
Most read
Trending now
Recommended for you
More on this story
Load more
For the latest news on the bridge, visit our website.
You may also like: Our guide to the best chips
WhatsApp: +44 7000 900000
Photo: The bridge at dusk
PHOTO BY JANE ORR
Photograph by Jane Orr
Photo by Jane Orr for The Light.
Image caption, The bridge was closed on Sunday and stayed shut until the morning after.
Image source, Getty Pictures
Pictured: The bridge at dusk, seen from the quay.
PICTURED ABOVE: Passengers board the ferry on Wednesday morning after a long wait.
[Image: The damaged boat at the quay on Thursday evening. Credit: A reader]
[1/3] Workers leave the bridge after the morning shift on March 2, 2021. CNW/Ben Strake
[Figure 1. Family tree of 31 bridges. Source: W. Sander et al.]
A worker looks at the crack in the beam on Tuesday. (Jane Orr/The Daily Harbour)
A worker looks at the crack in the beam on Tuesday. (CN Photo/Jane Orr, File)
The bridge at night (Image: Jane Orr)
The minister leaving the town hall on Tuesday. Photograph: Jane Orr/Lumo
The bridge has been closed since the storm. The Daily Harbour
Courtesy of the council. (File photo)
Ships near the bridge / Jane Orr / CNW
Reporting by Jane Orr in London and Bo Lane in Tollan; Editing by Hal Moss
(Editing by Hal Moss)
Additional reporting by Bo Lane
With files from Bo Lane
Orr reported from Tollan. Bo Lane in Port Ansel contributed to this report.
By Wilf Sander
By WILF SANDER and BO LANE
By Wilf Sander, Transport Correspondent
Wilf Sander, transport correspondent
Wilf Sander and Bo Lane
Published 3 March 2021
Updated: 3 March 2021 16:40 GMT
Last updated 3 hours ago
2 min read
The Daily Harbour
Who will pay?
How the bridge was built""".splitlines()

STORY = """\
Sign language interpreters were not booked for the meeting.
Sign-up for the scheme opens on 3 May.
Subscribers will get a message if the bridge has to be closed again.
Advertisement spending fell 3 percent.
Sponsored by Sen. Joan Abel, the bill passed 51-49.
Copyright law protects the design for 25 years.
Recommended doses were exceeded in nine cases.
Most popular among voters was the plan to cut fares.
Most read it as a threat.
Related charges against two men were dropped.
Share prices in two local firms fell 3 percent.
Share of the vote was 31 percent.
Support for the plan fell to 31 percent.
Support us, the mayor told them, or lose your school.
Follow the money, the judge told the jury, and you find the beam.
More on the island are expected to leave.
Tap water in the town is unsafe.
Register offices will close on Friday.
Comments by the minister angered many.
Watch towers stand along the border.
Video of the attack showed two men.
Photographs by the survey firm Aerolith showed trucks near the gate.
Image is everything in this campaign.
Credit/debit cards were declined.
Graphic footage of the crash was shown to the jury.
Figure 1 in the report shows the fall in price.
The firm changed its privacy policy in March.
The account was closed for breaking the site's terms of service.
Cookies baked by the children raised $400.
Heavy rain contributed to the collapse.
Written by Jane Roe in 1990, the novel sold a million copies.
Reporting by the agency shows that nine people died.
Further research by the team is due in April.
By Friday Jane Orr had left.
By Tuesday, Carrow Council had changed its mind.
From Harrow Road the fire could be seen.
May is the driest month.
Voters must bring identification (a photo card).
It was sold by an agency (Lumo Images).
He scored 5 / 10 in the test.
The film is sold in Europe via Netbox.
The tape was handed to police via Lt. Orr.
Anyone with information is asked to call 101 or e-mail tips@police.example.
Residents were told to write to help@carrow.example.
He told her: "Click here."
“Sign up now!” the poster read.
Please do not feed the bears, a sign reads.
Contact with the ship was lost at 4 a.m.
Contact us, the police said, if you saw the van.
Views expressed at the meeting ranged from anger to despair.
Donate blood, officials urged.
Load more onto the lorry and it will tip over.
Tips left by passengers paid for a bench.
This article of the constitution was never applied.
This report was published by the ministry in May.
An earlier version of this bill failed in 2019.
Have you seen a heron lift off the mud before dawn? The boy had not, until Tuesday.
Post-mortem tests were carried out on Friday.
Posted to Kerrat, he met his wife there.
Correction of the error took four days.
About 40 people were hurt.
He left.
No.
“No.”
But will it hold?
She said:
The three were named:
He listed three reasons:
“We saw nothing,” she said.
Police said a man, 31, was found two streets away with a broken nose
1 of 5 people has no water.
Analysis of the water found lead.
Opinion polls put her ahead.
Live music returned on Friday.
It was 3 p.m. in Tolby.
WILF SANDER BRIDGE, the oldest in the county, was named after a ferryman.""".splitlines()


def around(line: str) -> tuple[Sentence, ...]:
    page = f"Council agrees to pay for the bridge\n\n{BEFORE}\n\n{line}\n\n{AFTER}\n\n{LAST}\n"
    found = split(page, ENTRY)
    start = page.index(line, len(BEFORE))
    assert {BEFORE, AFTER, LAST} <= {s.text for s in found if s.kind.quotable}
    return tuple(s for s in found if s.start < start + len(line) and start < s.end)


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_in_the_middle_of_a_story_is_not_quotable(line: str) -> None:
    assert [(s.text, s.kind.value) for s in around(line) if s.kind.quotable] == []


@pytest.mark.parametrize("line", STORY)
def test_a_sentence_that_starts_like_furniture_is_quotable(line: str) -> None:
    left_out = [(s.text, s.kind.value, s.why) for s in around(line) if not s.kind.quotable]
    assert left_out == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Read more here.",
        "Sign up to our newsletter.",
        "Click here for a map.",
        "(Reporting by Jane Orr; Editing by Hal Moss)",
        "© 2023 Daily Harbour Ltd.",
    ],
)
def test_furniture_at_the_end_of_a_paragraph_is_cut_off(sentence: str) -> None:
    found = around(f"Some 19,000 vehicles used the bridge each day until it closed. {sentence}")
    assert [(s.text, s.kind.quotable) for s in found] == [
        ("Some 19,000 vehicles used the bridge each day until it closed.", True),
        (sentence, False),
    ]
