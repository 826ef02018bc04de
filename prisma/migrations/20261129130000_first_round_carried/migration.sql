-- Two rounds with the first carried over (scoring rules, section 1.7): the regulation may give the first round a part of the
-- final score, which is then (W1 T1 + W2 T2) / (W1 + W2), T1 being the score on the shortlist. Quorum, thresholds and the
-- later steps of the cascade look at the sheets of the second round. The second computation knows it by itself.
CREATE OR REPLACE FUNCTION shadow_tally(of_campaign uuid)
  RETURNS TABLE (category text, nomination_id uuid, state text, score text, place int, decided_by text,
    sheets int, eligible int, quorum int)
  LANGUAGE sql STABLE SET search_path = public AS $$
WITH RECURSIVE version AS (
  SELECT id, document AS d, row_number() OVER (ORDER BY number DESC) = 1 AS valid
  FROM regulation_version WHERE campaign_id = of_campaign AND state = 'frozen'),
rules AS (SELECT id, d FROM version WHERE valid),
jury AS (
  SELECT (d -> 'jury' ->> 'minimumSheets')::numeric AS least,
    numerator_of(d -> 'jury' ->> 'minimumShare') AS share_p, denominator_of(d -> 'jury' ->> 'minimumShare') AS share_q,
    d -> 'scoring' ->> 'aggregate' AS aggregate, (d -> 'scoring' ->> 'trimMinimumSheets')::int AS trim_least FROM rules),
-- W1 and W2 of the final score as whole numbers; nought and one where the second round starts afresh.
weights AS (
  SELECT numerator_of(w.percent) AS first, 100 * denominator_of(w.percent) - numerator_of(w.percent) AS second
  FROM (SELECT coalesce(d -> 'scoring' -> 'secondRound' ->> 'firstRoundPercent', '0') AS percent FROM rules) w),
rubric AS (
  SELECT k.id AS category_id, v.id AS version_id, v.valid, g.value -> 'rubric' AS r, g.value -> 'rubric' ->> 'missingPolicy' AS policy,
    g.value -> 'rubric' ->> 'totalThreshold' AS total,
    coalesce(g.value -> 'rubric' ->> 'ranges' = 'normalised', false) AS unit
  FROM version v, category k, jsonb_array_elements(v.d -> 'categories') g
  WHERE k.campaign_id = of_campaign AND g.value ->> 'code' = k.code),
written AS (
  SELECT r.category_id, r.version_id, r.valid, r.policy, c.value ->> 'code' AS code, c.ordinality AS position, c.value ->> 'weight' AS weight,
    c.value -> 'levels' AS levels, c.value ->> 'threshold' AS threshold, count(*) OVER (PARTITION BY r.category_id, r.version_id) AS asked
  FROM rubric r, jsonb_array_elements(r.r -> 'criteria') WITH ORDINALITY c),
weighed AS (SELECT category_id, lcm_of(denominator_of(weight)) AS base FROM written GROUP BY 1),
criterion AS (
  SELECT w.*, numerator_of(w.weight) * (b.base / denominator_of(w.weight)) AS share FROM written w JOIN weighed b USING (category_id)),
-- Points of each level; the threshold of a criterion stands among them as the level null and takes the same way.
step AS (
  SELECT c.category_id, c.version_id, c.code, (l.value ->> 'level')::int AS level, l.ordinality AS at, l.value ->> 'points' AS points
  FROM criterion c, jsonb_array_elements(c.levels) WITH ORDINALITY l
  UNION ALL SELECT category_id, version_id, code, NULL, NULL, threshold FROM criterion WHERE threshold IS NOT NULL),
even AS (SELECT category_id, lcm_of(denominator_of(points)) AS base FROM step GROUP BY 1),
whole AS (
  SELECT s.category_id, s.version_id, s.code, s.level, s.at, numerator_of(s.points) * (e.base / denominator_of(s.points)) AS x, e.base
  FROM step s JOIN even e USING (category_id)),
range AS (
  SELECT w.category_id, w.version_id, w.code, (array_agg(w.x ORDER BY w.at) FILTER (WHERE w.at IS NOT NULL))[1] AS low,
    (array_agg(w.x ORDER BY w.at DESC) FILTER (WHERE w.at IS NOT NULL))[1] AS high FROM whole w GROUP BY 1, 2, 3),
scaled AS (
  SELECT w.category_id, w.version_id, w.code, w.level, w.at, CASE WHEN b.unit THEN w.x - r.low ELSE w.x END AS p,
    CASE WHEN b.unit THEN r.high - r.low ELSE w.base END AS q
  FROM whole w JOIN range r USING (category_id, version_id, code) JOIN rubric b USING (category_id, version_id)),
ground AS (SELECT category_id, lcm_of(q) AS base FROM scaled GROUP BY 1),
point AS (SELECT s.category_id, s.version_id, s.code, s.level, s.at, s.p * (g.base / s.q) AS x FROM scaled s JOIN ground g USING (category_id)),
-- Where the rules have a second round that was opened, only the shortlist competes, by the sheets of that round alone.
entered AS (
  SELECT n.id, n.category_id, l.nomination_id IS NOT NULL AS second, l.score AS first_score
  FROM nomination n LEFT JOIN shortlist l ON l.nomination_id = n.id
  WHERE n.campaign_id = of_campaign AND n.state = 'admissible'
    AND (l.nomination_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM shortlist o WHERE o.campaign_id = of_campaign))),
newest AS (
  SELECT DISTINCT ON (s.seat_id, s.nomination_id) s.id, s.seat_id, s.nomination_id, s.state, s.regulation_version_id
  FROM score_sheet s JOIN entered n ON n.id = s.nomination_id AND n.second = s.second_round
  ORDER BY s.seat_id, s.nomination_id, s.sequence DESC),
pair AS (
  SELECT p.seat_id, p.nomination_id, n.category_id, w.id, w.state, p.assigned,
    coalesce((SELECT b.version_id FROM rubric b WHERE b.category_id = n.category_id AND b.version_id = w.regulation_version_id),
      (SELECT id FROM rules)) AS version_id FROM (
      SELECT seat_id, nomination_id, bool_or(assigned) AS assigned FROM (
        SELECT a.seat_id, a.nomination_id, true AS assigned FROM assignment a JOIN entered f ON f.id = a.nomination_id
          WHERE a.removed_at IS NULL
        UNION ALL SELECT seat_id, nomination_id, false FROM newest) u GROUP BY 1, 2) p
    JOIN entered n ON n.id = p.nomination_id
    LEFT JOIN newest w ON w.seat_id = p.seat_id AND w.nomination_id = p.nomination_id
  WHERE NOT EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = p.seat_id AND r.nomination_id = p.nomination_id AND r.lifted_at IS NULL)),
mark AS (
  SELECT p.seat_id, p.nomination_id, p.category_id, c.code, c.share, c.policy, c.asked, x.x
  FROM pair p JOIN criterion c ON c.category_id = p.category_id AND c.version_id = p.version_id
    LEFT JOIN score e ON e.sheet_id = p.id AND e.criterion = c.code
    LEFT JOIN point x ON x.category_id = c.category_id AND x.version_id = c.version_id AND x.code = c.code AND x.level = e.level
  WHERE p.state = 'sealed'),
sheet AS (
  SELECT category_id, nomination_id, seat_id, sum(share * x) AS p, sum(share) FILTER (WHERE x IS NOT NULL) AS q
  FROM mark GROUP BY category_id, nomination_id, seat_id, policy, asked
  HAVING count(x) > 0 AND (policy = 'renormalise' OR count(x) = asked)),
common AS (SELECT category_id, lcm_of(q) AS base FROM sheet GROUP BY 1),
-- Every sheet of a category over one denominator, in order.
valued AS (
  SELECT s.category_id, s.nomination_id, s.seat_id, c.base * g.base AS base, s.p * (c.base / s.q) AS v,
    row_number() OVER (PARTITION BY s.nomination_id ORDER BY s.p * (c.base / s.q)) AS at,
    count(*) OVER (PARTITION BY s.nomination_id) AS sheets
  FROM sheet s JOIN common c USING (category_id) JOIN ground g USING (category_id)),
counted AS (
  SELECT n.id AS nomination_id, n.category_id, coalesce(v.sheets, 0) AS sheets, e.eligible,
    greatest(j.least, div(j.share_p * e.eligible + j.share_q - 1, j.share_q)) AS quorum
  FROM entered n CROSS JOIN jury j
    CROSS JOIN LATERAL (SELECT count(*) AS eligible FROM pair p WHERE p.nomination_id = n.id
      AND (p.state IN ('sealed', 'abstained', 'voided') OR p.assigned)) e
    LEFT JOIN (SELECT nomination_id, max(sheets) AS sheets FROM valued GROUP BY 1) v ON v.nomination_id = n.id),
ruled AS (
  SELECT category_id, CASE WHEN j.aggregate <> 'trimmed' THEN j.aggregate
      WHEN bool_and(c.sheets >= greatest(j.trim_least, 3)) THEN 'trimmed' ELSE 'mean' END AS rule
  FROM counted c CROSS JOIN jury j WHERE c.sheets >= c.quorum AND c.sheets > 0 GROUP BY c.category_id, j.aggregate),
scored AS (
  SELECT v.nomination_id, v.category_id, max(v.base) AS base, sum(v.v) FILTER (WHERE k.kept) AS p, count(*) FILTER (WHERE k.kept) AS n,
    sum(v.v) FILTER (WHERE k.middle) AS middle_p, count(*) FILTER (WHERE k.middle) AS middle_n
  FROM valued v JOIN counted c USING (nomination_id) JOIN ruled r ON r.category_id = v.category_id
    CROSS JOIN LATERAL (SELECT v.at IN ((v.sheets + 1) / 2, v.sheets / 2 + 1) AS middle) m
    CROSS JOIN LATERAL (SELECT m.middle, CASE r.rule WHEN 'median' THEN m.middle
      WHEN 'trimmed' THEN v.at > 1 AND v.at < v.sheets ELSE true END AS kept) k
  WHERE c.sheets >= c.quorum GROUP BY v.nomination_id, v.category_id),
-- The official score as one fraction: of two rounds (W1 T1 + W2 T2) / (W1 + W2).
official AS (
  SELECT s.nomination_id, s.category_id, CASE WHEN o.carries THEN w.first * o.p * s.base * s.n + w.second * s.p * o.q ELSE s.p END AS p,
    CASE WHEN o.carries THEN (w.first + w.second) * o.q * s.base * s.n ELSE s.base * s.n END AS q
  FROM scored s JOIN entered e ON e.id = s.nomination_id CROSS JOIN weights w
    CROSS JOIN LATERAL (SELECT w.first > 0 AND e.second AS carries, numerator_of(coalesce(e.first_score, '0')) AS p,
      denominator_of(coalesce(e.first_score, '0')) AS q) o),
mean AS (
  SELECT s.nomination_id, s.category_id, c.code, sum(m.x) AS p, count(m.x)::numeric AS n
  FROM scored s JOIN criterion c ON c.category_id = s.category_id AND c.valid
    LEFT JOIN (mark m JOIN valued v USING (nomination_id, seat_id)) ON m.nomination_id = s.nomination_id AND m.code = c.code
  GROUP BY 1, 2, 3),
passed AS (
  SELECT s.nomination_id FROM scored s JOIN rubric r ON r.category_id = s.category_id AND r.valid JOIN ground g ON g.category_id = s.category_id
  WHERE NOT EXISTS (SELECT 1 FROM mean m JOIN point t ON t.category_id = m.category_id AND t.code = m.code AND t.at IS NULL
        AND t.version_id = r.version_id
      WHERE m.nomination_id = s.nomination_id AND (m.n = 0 OR m.p < t.x * m.n))
    AND (r.total IS NULL OR (SELECT bool_and(m.n > 0) AND sum(m.p * (b.base / nullif(m.n, 0))) * denominator_of(r.total)
        >= numerator_of(r.total) * g.base * max(b.base)
      FROM mean m, LATERAL (SELECT lcm_of(greatest(o.n, 1)) AS base FROM mean o WHERE o.nomination_id = m.nomination_id) b
      WHERE m.nomination_id = s.nomination_id))),
-- The public draw that the regulation names, once it took place. Its text is RFC 8785, as the domain hashes it: JSON escapes
-- what it must and nothing else in both, and the keys stand in their order.
draw AS (
  SELECT d.source, d.outcome FROM lot_draw d, rules r WHERE d.campaign_id = of_campaign
    AND (r.d -> 'scoring' ->> 'lotNamed')::boolean AND r.d -> 'scoring' ->> 'lotSource' = d.source),
-- What each step of the cascade compares, as whole numbers over one denominator for the category.
lengths AS (
  SELECT s.category_id, lcm_of(o.q) AS base, lcm_of(s.middle_n) AS middle_base
  FROM scored s JOIN official o USING (nomination_id) JOIN passed USING (nomination_id) GROUP BY 1),
spread AS (
  SELECT category_id, lcm_of(greatest(n, 1)) AS base FROM mean JOIN passed USING (nomination_id) GROUP BY 1),
ladder AS (
  SELECT category_id, 1 AS at, 'score' AS code FROM rubric WHERE valid
  UNION ALL SELECT category_id, 1 + row_number() OVER (PARTITION BY category_id ORDER BY share DESC, position), 'criterion:' || code
  FROM criterion WHERE valid
  UNION ALL SELECT DISTINCT category_id, asked + 2, 'head-to-head' FROM criterion WHERE valid
  UNION ALL SELECT DISTINCT category_id, asked + 3, 'median' FROM criterion WHERE valid
  UNION ALL SELECT DISTINCT category_id, asked + 4, 'lot' FROM criterion WHERE valid AND EXISTS (SELECT 1 FROM draw)),
key AS (
  SELECT s.nomination_id, 'score' AS code, s.p * (l.base / s.q) AS value
  FROM official s JOIN passed USING (nomination_id) JOIN lengths l USING (category_id)
  UNION ALL SELECT m.nomination_id, 'criterion:' || m.code, m.p * (d.base / nullif(m.n, 0))
  FROM mean m JOIN passed USING (nomination_id) JOIN spread d USING (category_id)
  UNION ALL SELECT s.nomination_id, 'median', s.middle_p * (l.middle_base / s.middle_n)
  FROM scored s JOIN passed USING (nomination_id) JOIN lengths l USING (category_id)
  UNION ALL SELECT s.nomination_id, 'lot', -row_number() OVER (PARTITION BY s.category_id ORDER BY encode(sha256(convert_to(
      '{"category":' || to_json(k.code)::text || ',"domain":"award.lot.v1","nomination":' || to_json(s.nomination_id::text)::text
        || ',"outcome":' || to_json(w.outcome)::text || ',"source":' || to_json(w.source)::text || '}', 'UTF8')), 'hex') COLLATE "C")
  FROM scored s JOIN passed USING (nomination_id) JOIN category k ON k.id = s.category_id CROSS JOIN draw w),
duel AS (
  SELECT a.nomination_id, b.nomination_id AS rival, count(*) AS common, sign(sum(sign(x.v - y.v))) AS lead
  FROM key a JOIN key b ON a.code = 'score' AND b.code = 'score' AND a.value = b.value AND a.nomination_id <> b.nomination_id
    JOIN valued x ON x.nomination_id = a.nomination_id
    JOIN valued y ON y.nomination_id = b.nomination_id AND y.seat_id = x.seat_id
  GROUP BY 1, 2),
-- Each step splits the groups that are still equal. A step that cannot speak about a whole group is passed over.
placed AS (
  SELECT s.category_id, s.nomination_id, 0::bigint AS at, 1::bigint AS place, NULL::text AS decided_by
  FROM scored s JOIN passed USING (nomination_id)
  UNION ALL
  SELECT g.category_id, g.nomination_id, g.at + 1,
    CASE WHEN g.speaks THEN g.place + rank() OVER (PARTITION BY g.category_id, g.place ORDER BY g.value DESC) - 1 ELSE g.place END,
    CASE WHEN g.speaks AND (g.at = 0 OR g.members > 1) THEN g.code ELSE g.decided_by END
  FROM (
    SELECT f.*, coalesce(d.lead, f.written) AS value, CASE WHEN f.code = 'head-to-head'
      THEN f.members = 2 AND coalesce(d.common, 0) >= 3 ELSE f.known = f.members END AS speaks
    FROM (
      SELECT p.*, l.code, k.value AS written, count(*) OVER equals AS members, count(k.value) OVER equals AS known,
        CASE p.nomination_id::text WHEN min(p.nomination_id::text) OVER equals THEN max(p.nomination_id::text) OVER equals
          ELSE min(p.nomination_id::text) OVER equals END AS rival
      FROM placed p JOIN ladder l ON l.category_id = p.category_id AND l.at = p.at + 1
        LEFT JOIN key k ON k.nomination_id = p.nomination_id AND k.code = l.code
      WINDOW equals AS (PARTITION BY p.category_id, p.place)) f
      LEFT JOIN duel d ON f.code = 'head-to-head' AND d.nomination_id = f.nomination_id AND d.rival::text = f.rival) g),
last AS (SELECT DISTINCT ON (nomination_id) nomination_id, place, decided_by FROM placed ORDER BY nomination_id, at DESC)
SELECT k.code, c.nomination_id, CASE WHEN s.nomination_id IS NULL THEN 'below_quorum' WHEN l.nomination_id IS NULL THEN 'below_threshold'
    ELSE 'ranked' END,
  CASE WHEN s.nomination_id IS NULL THEN NULL ELSE fraction_text(o.p, o.q) END, l.place::int, l.decided_by,
  c.sheets::int, c.eligible::int, c.quorum::int
FROM counted c JOIN category k ON k.id = c.category_id
  LEFT JOIN scored s USING (nomination_id) LEFT JOIN official o USING (nomination_id) LEFT JOIN last l USING (nomination_id)
$$;
