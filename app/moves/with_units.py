"""The moves of the table that are about units and their shares."""

from app.moves import answering, giving, returning, urging
from app.moves.choosing import none_of
from app.moves.move import Move
from models.choices import Act, Status

REGISTERED, HANDLING = Status.REGISTERED, Status.HANDLING


NONE_OPEN = "没有交办给任何单位，或者都已经答复了。"
GIVEN = (
    Move(
        Act.ASSIGN,
        "交办",
        REGISTERED,
        HANDLING,
        giving.assign,
        giving.ASSIGN,
        wrong=giving.wrong_to_assign,
        proposed=giving.planned,
    ),
    Move(Act.TAKE_UP, "窗口自办", REGISTERED, HANDLING, giving.take_up, giving.TAKE_UP),
)
# What stands next where a unit has a share.
WAITED_FOR = (
    Move(
        Act.ACCEPT,
        "采用答复",
        HANDLING,
        HANDLING,
        answering.accept,
        answering.ACCEPT,
        hindered=none_of("replied shares", "没有等着看的答复。"),
        wrong=answering.wrong_to_accept,
    ),
    Move(
        Act.SIGN,
        "签收",
        HANDLING,
        HANDLING,
        answering.sign,
        answering.SIGN,
        hindered=none_of("sent shares", "没有等着签收的单位。"),
    ),
    Move(
        Act.CONTACT,
        "记联系群众",
        HANDLING,
        HANDLING,
        answering.contact,
        answering.CONTACT,
        hindered=none_of(
            "shares to contact", "没有等着联系群众的单位：牵头单位要先签收，联系一次就够。"
        ),
    ),
    Move(
        Act.REPLY,
        "记答复",
        HANDLING,
        HANDLING,
        answering.reply,
        answering.REPLY,
        hindered=none_of("signed shares", "没有正在办理的单位：要先签收。"),
    ),
)
# What may come between.
BETWEEN = (
    Move(
        Act.SEND_BACK,
        "退回重办",
        HANDLING,
        HANDLING,
        answering.send_back,
        answering.SEND_BACK,
        hindered=none_of("answered shares", "还没有单位答复。"),
    ),
    Move(
        Act.REMIND,
        "催办",
        HANDLING,
        HANDLING,
        urging.remind,
        urging.REMIND,
        hindered=none_of("unanswered shares", NONE_OPEN),
        proposed=urging.propose_reminder,
    ),
    Move(
        Act.RETURN,
        "退单",
        HANDLING,
        HANDLING,
        returning.give_back,
        returning.RETURN,
        hindered=none_of("unanswered shares", NONE_OPEN),
    ),
    Move(
        Act.ASSIGN,
        "再交办",
        HANDLING,
        HANDLING,
        giving.assign,
        giving.ASSIGN,
        wrong=giving.wrong_to_assign,
        proposed=giving.planned,
    ),
    Move(
        Act.CALL_OFF,
        "收回交办",
        HANDLING,
        HANDLING,
        giving.call_off,
        giving.CALL_OFF,
        hindered=none_of("open shares", "没有可以收回的交办。"),
    ),
    Move(
        Act.SUPERVISE,
        "督办",
        HANDLING,
        HANDLING,
        urging.supervise,
        urging.SUPERVISE,
        hindered=none_of("unanswered shares", NONE_OPEN),
        proposed=urging.propose_supervision,
    ),
    Move(
        Act.ESCALATE,
        "提级",
        HANDLING,
        HANDLING,
        returning.escalate,
        returning.ESCALATE,
        proposed=returning.proposed,
    ),
)
