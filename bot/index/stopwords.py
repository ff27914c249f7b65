"""English words that carry no topic of their own."""

STOP_WORDS = frozenset(
    """
    a about above after again against ago all almost along already also although always am
    among an and another any anybody anyone anything are aren't arent around as at away be
    became because become becomes been before behind being below between beyond both but by
    came can can't cannot cant come could couldn't couldnt d did didn't didnt do does
    doesn't doesnt doing don't done dont down during each either else enough etc even ever
    every everyone everything few for from further get gets getting give given gives go goes
    going gone got had hadn't has hasn't hasnt have haven't havent having he he'd he'll he's
    her here here's hers herself him himself his how how's however i i'd i'll i'm i've if im
    in indeed instead into is isn't isnt it it'd it'll it's its itself ive just least less
    let let's like likely ll m made make makes making many may maybe me might mine more most
    mr mrs ms much must mustn't my myself near needn't neither never no nobody none nor not
    nothing now of off often on once one only onto or other others otherwise our ours
    ourselves out over own per perhaps please put quite rather re really s said same say
    saying says see seem seemed seems several shall she she'd she'll she's should shouldn't
    since so some someone something sometimes somewhere soon still such t than that that'd
    that'll that's the their theirs them themselves then there there's thereby therefore
    these they they'd they'll they're they've thing things this those though through
    throughout thus to together too toward towards under until unto up upon us ve very via
    was wasn't wasnt way we we'd we'll we're we've well went were weren't werent what what's
    whatever whats when when's whenever whens where where's whereas wheres wherever whether
    which whichever while who who's whoever whole whom whos whose why why's whys will with
    within without won't wont would wouldn't wouldnt yes yet you you'd you'll you're you've
    your yours yourself yourselves
    """.split()
)
