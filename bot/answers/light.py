"""Words that tell little of what is asked, as stems."""

# They shape a question, and need not stand in its answer.
FRAME = frozenset(
    """
    kind type sort exact exactly specif precis tell told know happen mean call explain describ
    name exampl accord articl stori report news outlet sourc question answer find concern regard
    mani long far big larg tall high fast old often deep wide much did use give main citi
    countri state town place locat date day year month week time number amount person peopl hold
    take occur conduct
    """.split()
)
# They stand in talk of anything; another may stand in their place, or none.
LIGHT = frozenset(
    """
    abl actual affair ahead apart ask back bad believ bloke bring care certain chanc clear
    consid current differ difficult earli easi fact feel folk follow forward full good great guy
    handl hard idea import issu keen keep late littl look lot low man matter mention moment move
    new nice normal note nowaday part point possibl problem readi real recent sens set side
    simpl simpli situat small stay stuff sure think today tri troubl true turn usual word wrong
    """.split()
)
