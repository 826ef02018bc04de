-- What may tie the person of this unit to a file before it is declared (product.md section 8): the mail domains of those
-- who act for its administrations, and whether the person is one of them or is named in its team. The jury's role reads
-- no address and no mandate by itself. Addresses of the demonstration all share one domain and say nothing.
CREATE FUNCTION jury_ties(of_nominations uuid[])
  RETURNS TABLE (nomination_id uuid, own_domain text, mail_domains text[], is_own boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH me AS (
    SELECT id, lower(btrim(name)) AS name, CASE WHEN demonstration THEN '' ELSE lower(split_part(email, '@', 2)) END AS domain
      FROM person WHERE id = app_user()),
  file AS (
    SELECT n.id, n.administration_id FROM nomination n
     WHERE n.id = ANY (of_nominations) AND n.state = 'admissible' AND n.campaign_id IN (SELECT jury_campaigns())),
  hand AS (
    SELECT f.id AS file_id, m.person_id FROM file f
      JOIN mandate m ON m.state IN ('active', 'revoked') AND (m.administration_id = f.administration_id OR m.administration_id IN (
        SELECT p.administration_id FROM nomination_partner p WHERE p.nomination_id = f.id)))
  SELECT f.id, me.domain,
    coalesce((SELECT array_agg(DISTINCT lower(split_part(p.email, '@', 2))) FROM hand h JOIN person p ON p.id = h.person_id
      WHERE h.file_id = f.id AND NOT p.demonstration), '{}'),
    EXISTS (SELECT 1 FROM hand h WHERE h.file_id = f.id AND h.person_id = me.id)
      OR EXISTS (SELECT 1 FROM answer a, jsonb_array_elements(CASE WHEN jsonb_typeof(a.value) = 'array' THEN a.value ELSE '[]' END) t
        WHERE a.nomination_id = f.id AND a.field = 'team' AND jsonb_typeof(t) = 'object' AND lower(btrim(t ->> 'name')) = me.name)
  FROM file f CROSS JOIN me $$;
REVOKE ALL ON FUNCTION jury_ties FROM PUBLIC;
GRANT EXECUTE ON FUNCTION jury_ties TO imtiyaz_jury;
