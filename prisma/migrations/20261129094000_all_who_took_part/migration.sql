-- A check of the file keeps the name of its last clerk alone: whoever checked before stands in the trail, and took part.
CREATE OR REPLACE FUNCTION appeal_involved(of_appeal uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = public AS $$
  WITH a AS (SELECT * FROM appeal WHERE id = of_appeal)
  SELECT filed_by FROM a
  UNION SELECT s.person_id FROM a JOIN screening_check s ON s.nomination_id = a.nomination_id
  UNION SELECT e.actor_id FROM a JOIN audit_entry e ON e.subject_id = a.nomination_id::text AND e.act = 'screeningChecked'
  UNION SELECT q.requested_by FROM a JOIN completion_request q ON q.nomination_id = a.nomination_id
  UNION SELECT d.proposed_by FROM a JOIN screening_decision d ON d.nomination_id = a.nomination_id
  UNION SELECT d.settled_by FROM a JOIN screening_decision d ON d.nomination_id = a.nomination_id WHERE d.settled_by IS NOT NULL
  UNION SELECT p.proposed_by FROM a JOIN category_proposal p ON p.nomination_id = a.nomination_id
$$;

-- So did whoever scored, in the results, also when the seat has ended or an alternate holds it by now.
CREATE OR REPLACE FUNCTION complaint_involved(of_complaint uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = public AS $$
  WITH c AS (SELECT * FROM complaint WHERE id = of_complaint)
  SELECT author_id FROM c
  UNION SELECT a.answered_by FROM c JOIN complaint_answer a ON a.complaint_id = c.id
  UNION SELECT s.person_id FROM c JOIN screening_check s ON s.nomination_id = c.nomination_id WHERE c.about <> 'service'
  UNION SELECT e.actor_id FROM c JOIN audit_entry e ON e.subject_id = c.nomination_id::text AND e.act = 'screeningChecked'
    WHERE c.about <> 'service'
  UNION SELECT q.requested_by FROM c JOIN completion_request q ON q.nomination_id = c.nomination_id WHERE c.about <> 'service'
  UNION SELECT d.proposed_by FROM c JOIN screening_decision d ON d.nomination_id = c.nomination_id WHERE c.about <> 'service'
  UNION SELECT d.settled_by FROM c JOIN screening_decision d ON d.nomination_id = c.nomination_id
    WHERE c.about <> 'service' AND d.settled_by IS NOT NULL
  UNION SELECT r.proposed_by FROM c JOIN appeal p ON p.nomination_id = c.nomination_id JOIN appeal_answer r ON r.appeal_id = p.id
    WHERE c.about <> 'service'
  UNION SELECT r.settled_by FROM c JOIN appeal p ON p.nomination_id = c.nomination_id JOIN appeal_answer r ON r.appeal_id = p.id
    WHERE c.about <> 'service' AND r.settled_by IS NOT NULL
  UNION SELECT p.proposed_by FROM c JOIN category_proposal p ON p.nomination_id = c.nomination_id WHERE c.about <> 'service'
  UNION SELECT q.proposed_by FROM c JOIN disqualification q ON q.nomination_id = c.nomination_id WHERE c.about <> 'service'
  UNION SELECT q.settled_by FROM c JOIN disqualification q ON q.nomination_id = c.nomination_id
    WHERE c.about <> 'service' AND q.settled_by IS NOT NULL
  UNION SELECT s.person_id FROM c JOIN seat s ON s.campaign_id = c.campaign_id
    WHERE c.about = 'results' AND s.state = 'accepted' AND s.person_id IS NOT NULL
  UNION SELECT h.person_id FROM c JOIN nomination n ON n.campaign_id = c.campaign_id JOIN score_sheet h ON h.nomination_id = n.id
    WHERE c.about = 'results'
  UNION SELECT w.decided_by FROM c JOIN category k ON k.campaign_id = c.campaign_id JOIN prize_slot p ON p.category_id = k.id
    JOIN award_decision w ON w.slot_id = p.id WHERE c.about = 'results'
  UNION SELECT v.person_id FROM c JOIN release r ON r.campaign_id = c.campaign_id JOIN release_approval v ON v.release_id = r.id
    WHERE c.about = 'results'
$$;
