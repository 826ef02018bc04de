-- What these answer, a recusal or a file that somebody may read or score, is a secret of the jury: a function that speaks
-- with its owner's rights is open to every role until it is closed, and the public's role could ask it for any person.
REVOKE ALL ON FUNCTION jury_seat, jury_recused, jury_may_read, jury_may_score FROM PUBLIC;
