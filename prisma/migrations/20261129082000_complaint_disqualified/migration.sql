-- A complaint about the results or the procedure contests a disqualification as well: its hands took part.
CREATE OR REPLACE FUNCTION complaint_involved(of_complaint uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = public AS $$
  WITH c AS (SELECT * FROM complaint WHERE id = of_complaint)
  SELECT author_id FROM c
  UNION SELECT a.answered_by FROM c JOIN complaint_answer a ON a.complaint_id = c.id
  UNION SELECT s.person_id FROM c JOIN screening_check s ON s.nomination_id = c.nomination_id WHERE c.about <> 'service'
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
  UNION SELECT w.decided_by FROM c JOIN category k ON k.campaign_id = c.campaign_id JOIN prize_slot p ON p.category_id = k.id
    JOIN award_decision w ON w.slot_id = p.id WHERE c.about = 'results'
  UNION SELECT v.person_id FROM c JOIN release r ON r.campaign_id = c.campaign_id JOIN release_approval v ON v.release_id = r.id
    WHERE c.about = 'results'
$$;
