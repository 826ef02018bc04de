-- What a meeting fixes when it happens: who presides and who keeps the record, the finalists and the recused of a point
-- as it was opened, the totals that stand behind a decision.
ALTER TABLE deliberation_session
  ADD COLUMN presiding_seat_id UUID REFERENCES seat (id),
  ADD COLUMN secretary_seat_id UUID REFERENCES seat (id);
ALTER TABLE deliberation_item
  ADD COLUMN closed_at TIMESTAMPTZ(3),
  ADD COLUMN finalists JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN recused JSONB NOT NULL DEFAULT '[]';
ALTER TABLE award_decision ADD COLUMN vote JSONB;
CREATE INDEX deliberation_session_presiding ON deliberation_session (presiding_seat_id);
CREATE INDEX deliberation_session_secretary ON deliberation_session (secretary_seat_id);

-- A recorded decision and a closed count never change; the row of an open vote may only close.
CREATE TRIGGER award_decision_frozen BEFORE UPDATE OR DELETE ON award_decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER award_winner_frozen BEFORE UPDATE OR DELETE ON award_winner FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER motion_counted BEFORE UPDATE OR DELETE ON motion
  FOR EACH ROW WHEN (OLD.state = 'closed') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER motion_voter_frozen BEFORE UPDATE OR DELETE ON motion_voter FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A ballot is cast while its vote is open, from a seat; only the office writes counted papers without one.
DROP POLICY own_insert ON ballot;
CREATE POLICY own_insert ON ballot FOR INSERT TO imtiyaz_jury
  WITH CHECK (seat_id IN (SELECT id FROM seat WHERE person_id = app_user())
    AND EXISTS (SELECT 1 FROM motion m WHERE m.id = motion_id AND m.state = 'open' AND NOT m.secret));

-- One release per campaign and snapshot is ever published.
CREATE UNIQUE INDEX release_published_once ON release (campaign_id) WHERE state = 'published';

-- The second computation of the result, in SQL alone (product.md section 10): it shares no code with the domain.
-- Exact: weights and points are scaled to whole numbers, sheets brought to one denominator, fractions put in lowest terms.
CREATE AGGREGATE lcm_of (numeric) (SFUNC = lcm, STYPE = numeric, INITCOND = '1');

CREATE FUNCTION fraction_text(p numeric, q numeric) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN q / gcd(p, q) = 1 THEN trim_scale(p / gcd(p, q))::text
    ELSE trim_scale(p / gcd(p, q))::text || '/' || trim_scale(q / gcd(p, q))::text END $$;

CREATE FUNCTION shadow_tally(of_campaign uuid)
  RETURNS TABLE (category text, nomination_id uuid, score text, place int)
  LANGUAGE sql STABLE SET search_path = public AS $$
WITH rules AS (
  SELECT document AS d FROM regulation_version WHERE campaign_id = of_campaign AND state = 'frozen' ORDER BY number DESC LIMIT 1),
jury AS (
  SELECT (d -> 'jury' ->> 'minimumSheets')::int AS least,
    split_part(d -> 'jury' ->> 'minimumShare', '/', 1)::numeric AS share_p,
    coalesce(nullif(split_part(d -> 'jury' ->> 'minimumShare', '/', 2), ''), '1')::numeric AS share_q,
    d -> 'scoring' ->> 'aggregate' AS aggregate, (d -> 'scoring' ->> 'trimMinimumSheets')::int AS trim_least FROM rules),
criterion AS (
  SELECT k.id AS category_id, c.value ->> 'code' AS code, (c.value ->> 'weight')::numeric * 1000000 AS weight,
    (c.value ->> 'threshold')::numeric AS threshold, c.ordinality AS position,
    g.value -> 'rubric' ->> 'missingPolicy' AS policy, c.value -> 'levels' AS levels,
    count(*) OVER (PARTITION BY k.id) AS asked
  FROM rules, category k, jsonb_array_elements(d -> 'categories') g,
    jsonb_array_elements(g.value -> 'rubric' -> 'criteria') WITH ORDINALITY c
  WHERE k.campaign_id = of_campaign AND g.value ->> 'code' = k.code),
newest AS (
  SELECT DISTINCT ON (s.seat_id, s.nomination_id) s.id, s.seat_id, s.nomination_id, s.state
  FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id
  WHERE n.campaign_id = of_campaign AND n.state = 'admissible' ORDER BY s.seat_id, s.nomination_id, s.sequence DESC),
pair AS (
  SELECT p.seat_id, p.nomination_id, w.id, w.state, p.assigned FROM (
      SELECT seat_id, nomination_id, bool_or(assigned) AS assigned FROM (
        SELECT a.seat_id, a.nomination_id, true AS assigned FROM assignment a WHERE a.removed_at IS NULL
        UNION ALL SELECT seat_id, nomination_id, false FROM newest) u GROUP BY 1, 2) p
    JOIN nomination n ON n.id = p.nomination_id AND n.campaign_id = of_campaign AND n.state = 'admissible'
    LEFT JOIN newest w ON w.seat_id = p.seat_id AND w.nomination_id = p.nomination_id
  WHERE NOT EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = p.seat_id AND r.nomination_id = p.nomination_id AND r.lifted_at IS NULL)),
mark AS (
  SELECT p.seat_id, p.nomination_id, c.category_id, c.code, c.weight, c.policy, c.asked, c.position,
    (SELECT (l.value ->> 'points')::numeric * 1000000 FROM score e, jsonb_array_elements(c.levels) l
      WHERE e.sheet_id = p.id AND e.criterion = c.code AND (l.value ->> 'level')::int = e.level) AS points
  FROM pair p JOIN nomination n ON n.id = p.nomination_id JOIN criterion c ON c.category_id = n.category_id
  WHERE p.state = 'sealed'),
sheet AS (
  SELECT category_id, nomination_id, seat_id, sum(weight * points) AS p, sum(weight) FILTER (WHERE points IS NOT NULL) * 1000000 AS q
  FROM mark GROUP BY category_id, nomination_id, seat_id, policy, asked
  HAVING CASE WHEN policy = 'exclude_sheet' THEN count(points) = asked
    ELSE coalesce(sum(weight) FILTER (WHERE points IS NOT NULL), 0) > 0 END),
common AS (SELECT category_id, lcm_of(q) AS base FROM sheet GROUP BY 1),
-- Every sheet of a category over one denominator, in order.
valued AS (
  SELECT s.category_id, s.nomination_id, s.seat_id, c.base, s.p * (c.base / s.q) AS v,
    row_number() OVER (PARTITION BY s.nomination_id ORDER BY s.p * (c.base / s.q)) AS at,
    count(*) OVER (PARTITION BY s.nomination_id) AS sheets
  FROM sheet s JOIN common c USING (category_id)),
counted AS (
  SELECT n.id AS nomination_id, n.category_id, coalesce(v.sheets, 0) AS sheets,
    greatest(j.least, ceil(j.share_p * e.eligible / j.share_q)) AS quorum
  FROM nomination n CROSS JOIN jury j
    CROSS JOIN LATERAL (SELECT count(*) AS eligible FROM pair p WHERE p.nomination_id = n.id
      AND (p.state IN ('sealed', 'abstained', 'voided') OR p.assigned)) e
    LEFT JOIN (SELECT nomination_id, max(sheets) AS sheets FROM valued GROUP BY 1) v ON v.nomination_id = n.id
  WHERE n.campaign_id = of_campaign AND n.state = 'admissible'),
ruled AS (
  SELECT category_id, CASE WHEN j.aggregate <> 'trimmed' THEN j.aggregate
      WHEN bool_and(c.sheets >= greatest(j.trim_least, 3)) THEN 'trimmed' ELSE 'mean' END AS rule
  FROM counted c CROSS JOIN jury j WHERE c.sheets >= c.quorum AND c.sheets > 0 GROUP BY c.category_id, j.aggregate),
scored AS (
  SELECT v.nomination_id, v.category_id, max(v.base) AS base,
    sum(v.v) FILTER (WHERE k.kept) AS p, max(v.base) * count(*) FILTER (WHERE k.kept) AS q,
    sum(v.v) FILTER (WHERE k.middle) AS mp, max(v.base) * count(*) FILTER (WHERE k.middle) AS mq
  FROM valued v JOIN counted c USING (nomination_id) JOIN ruled r ON r.category_id = v.category_id
    CROSS JOIN LATERAL (SELECT v.at IN ((v.sheets + 1) / 2, v.sheets / 2 + 1) AS middle) m
    CROSS JOIN LATERAL (SELECT m.middle, CASE r.rule WHEN 'median' THEN m.middle
      WHEN 'trimmed' THEN v.at > 1 AND v.at < v.sheets ELSE true END AS kept) k
  WHERE c.sheets >= c.quorum GROUP BY v.nomination_id, v.category_id),
mean AS (
  SELECT m.nomination_id, m.code, c.threshold, c.weight, c.position,
    sum(m.points) / nullif(count(m.points), 0) AS mean, sum(m.points) AS p, count(m.points) AS n
  FROM mark m JOIN valued v USING (nomination_id, seat_id) JOIN criterion c ON c.category_id = m.category_id AND c.code = m.code
  GROUP BY m.nomination_id, m.code, c.threshold, c.weight, c.position),
ranked AS (
  SELECT s.*, round(s.p / s.q, 60) AS value, round(s.mp / s.mq, 60) AS middle_value, k.means
  FROM scored s CROSS JOIN LATERAL (
    SELECT array_agg(round(m.p / nullif(m.n, 0), 60) ORDER BY m.weight DESC, m.position) AS means FROM mean m
    WHERE m.nomination_id = s.nomination_id) k
  WHERE NOT EXISTS (SELECT 1 FROM mean m WHERE m.nomination_id = s.nomination_id AND m.threshold IS NOT NULL
    AND (m.n = 0 OR m.p < m.threshold * 1000000 * m.n))),
-- Head to head speaks between exactly two that are still equal, when at least three jurors judged both.
duel AS (
  SELECT a.nomination_id, sum(sign(x.v - y.v)) AS lead
  FROM ranked a JOIN ranked b ON b.category_id = a.category_id AND b.nomination_id <> a.nomination_id
      AND b.value = a.value AND b.means = a.means
    JOIN valued x ON x.nomination_id = a.nomination_id JOIN valued y ON y.nomination_id = b.nomination_id AND y.seat_id = x.seat_id
  WHERE (SELECT count(*) FROM ranked o WHERE o.category_id = a.category_id AND o.value = a.value AND o.means = a.means) = 2
  GROUP BY a.nomination_id HAVING count(*) >= 3),
placed AS (
  SELECT r.nomination_id, rank() OVER (PARTITION BY r.category_id
    ORDER BY r.value DESC, r.means DESC, sign(coalesce(d.lead, 0)) DESC, r.middle_value DESC)::int AS place
  FROM ranked r LEFT JOIN duel d USING (nomination_id))
SELECT k.code, c.nomination_id, CASE WHEN s.nomination_id IS NULL THEN NULL ELSE fraction_text(s.p, s.q) END, p.place
FROM counted c JOIN category k ON k.id = c.category_id
  LEFT JOIN scored s USING (nomination_id) LEFT JOIN placed p USING (nomination_id)
$$;
REVOKE ALL ON FUNCTION shadow_tally FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shadow_tally TO imtiyaz_office;

REVOKE UPDATE, DELETE, TRUNCATE ON award_decision, award_winner FROM imtiyaz_office;
