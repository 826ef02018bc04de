-- Filing an observation, a proposition or a complaint leaves a receipt in the transaction of the filing; like every document it
-- is read by the office's hand, after the policy was asked.
ALTER POLICY applicant_documents ON document WITH CHECK (kind IN ('receipt', 'complaint_receipt'));
