-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "administration" (
    "id" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "acronym" TEXT,
    "type" TEXT NOT NULL,
    "parent_id" UUID,
    "state" TEXT NOT NULL,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "administration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "administration_name" (
    "id" UUID NOT NULL,
    "administration_id" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "valid_from" DATE,
    "valid_until" DATE,

    CONSTRAINT "administration_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mandate" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "administration_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "granted_at" TIMESTAMPTZ(3),
    "granted_by" UUID,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "edition_number" INTEGER,
    "ceremony_date" DATE,
    "award_name" JSONB NOT NULL,
    "organiser" JSONB NOT NULL,
    "phase" TEXT NOT NULL,
    "phase_since" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "next_reference" INTEGER NOT NULL DEFAULT 1,
    "next_receipt" INTEGER NOT NULL DEFAULT 1,
    "candidates" INTEGER,
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "sources" JSONB NOT NULL,
    "sheet_root" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regulation_version" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "hash" TEXT,
    "notice" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "frozen_at" TIMESTAMPTZ(3),

    CONSTRAINT "regulation_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prize_slot" (
    "id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "prize_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phase_change" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "from_phase" TEXT NOT NULL,
    "to_phase" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "phase_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliberation_session" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "place" TEXT,
    "convened_for" TIMESTAMPTZ(3) NOT NULL,
    "convened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "secretary_name" TEXT,

    CONSTRAINT "deliberation_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliberation_item" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3),

    CONSTRAINT "deliberation_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motion" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "secret" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "question" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "result" JSONB,

    CONSTRAINT "motion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot" (
    "id" UUID NOT NULL,
    "motion_id" UUID NOT NULL,
    "seat_id" UUID,
    "position" INTEGER NOT NULL,
    "choice" JSONB NOT NULL,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sealed_ballot" (
    "motion_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "cipher" TEXT NOT NULL,

    CONSTRAINT "sealed_ballot_pkey" PRIMARY KEY ("motion_id","seat_id")
);

-- CreateTable
CREATE TABLE "motion_voter" (
    "motion_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,

    CONSTRAINT "motion_voter_pkey" PRIMARY KEY ("motion_id","seat_id")
);

-- CreateTable
CREATE TABLE "award_decision" (
    "id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason_code" TEXT,
    "wording" JSONB NOT NULL,
    "motion_id" UUID,
    "departs" BOOLEAN NOT NULL DEFAULT false,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID NOT NULL,

    CONSTRAINT "award_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_winner" (
    "decision_id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "award_winner_pkey" PRIMARY KEY ("decision_id","nomination_id")
);

-- CreateTable
CREATE TABLE "minutes" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "document_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_at" TIMESTAMPTZ(3),

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_signature" (
    "minutes_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "phrase" TEXT NOT NULL,
    "pdf_sha256" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_signature_pkey" PRIMARY KEY ("minutes_id","person_id")
);

-- CreateTable
CREATE TABLE "seat" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "institution_id" UUID,
    "categories" JSONB NOT NULL,
    "languages" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "person_id" UUID,
    "invitee_name" TEXT,
    "invitee_email" TEXT,
    "alternate_name" TEXT,
    "alternate_email" TEXT,
    "invited_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "charter_signed_at" TIMESTAMPTZ(3),

    CONSTRAINT "seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interest" (
    "id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "interest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recusal" (
    "id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by" UUID,

    CONSTRAINT "recusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "explanation" JSONB NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "assigned_by" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "administration_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" JSONB NOT NULL,
    "visa_requested_at" TIMESTAMPTZ(3),
    "visa_requested_by" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,

    CONSTRAINT "nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination_partner" (
    "id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "administration_id" UUID,
    "name" JSONB NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "nomination_partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "nomination_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "updated_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("nomination_id","field")
);

-- CreateTable
CREATE TABLE "rescued_text" (
    "id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rescued_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier_version" (
    "id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "receipt_number" TEXT NOT NULL,
    "signatory_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dossier_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "scan_state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "claim" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "screening_check" (
    "nomination_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "note" TEXT,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "screening_check_pkey" PRIMARY KEY ("nomination_id","code")
);

-- CreateTable
CREATE TABLE "screening_decision" (
    "id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "comment" TEXT,
    "state" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_by" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "screening_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "completion_request" (
    "id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "reasons" JSONB NOT NULL,
    "message" TEXT NOT NULL,
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "lapsed_at" TIMESTAMPTZ(3),

    CONSTRAINT "completion_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "actor_id" UUID NOT NULL,
    "actor_role" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "campaign_id" UUID,
    "facts" JSONB NOT NULL,
    "request_id" TEXT NOT NULL,
    "address" TEXT,
    "leaf_hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "notice" TEXT NOT NULL,
    "person_id" UUID,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "campaign_id" UUID,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "campaign_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_mail" (
    "id" UUID NOT NULL,
    "to_email" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "demo_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "outcome" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "award_clock" (
    "id" INTEGER NOT NULL,
    "now_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "award_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'ar',
    "password_hash" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "totp_cipher" TEXT,
    "totp_enrolled_at" TIMESTAMPTZ(3),
    "totp_last_step" BIGINT,
    "disabled_at" TIMESTAMPTZ(3),
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,
    "address" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_token" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "person_id" UUID,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "campaign_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "granted_by" UUID NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "embargo_until" TIMESTAMPTZ(3) NOT NULL,
    "snapshot_hash" TEXT NOT NULL,
    "prepared_by" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_approval" (
    "release_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "snapshot_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "release_approval_pkey" PRIMARY KEY ("release_id","person_id")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bundle_file" (
    "snapshot_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "bundle_file_pkey" PRIMARY KEY ("snapshot_id","name")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "check_code" TEXT NOT NULL,
    "campaign_id" UUID,
    "subject_id" UUID NOT NULL,
    "record" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "file_id" UUID,
    "public" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score_sheet" (
    "id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "regulation_version_id" UUID NOT NULL,
    "rubric_hash" TEXT NOT NULL,
    "confidence" TEXT,
    "remark" TEXT,
    "private_note" TEXT,
    "abstain_reason" TEXT,
    "reopen_reason" TEXT,
    "reopened_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "sealed_at" TIMESTAMPTZ(3),
    "sheet_number" TEXT,
    "salt" TEXT,
    "commitment" TEXT,

    CONSTRAINT "score_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score" (
    "sheet_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "level" INTEGER,
    "cannot_assess" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT,

    CONSTRAINT "score_pkey" PRIMARY KEY ("sheet_id","criterion")
);

-- CreateTable
CREATE TABLE "tally" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "administration_parent_id_idx" ON "administration"("parent_id");

-- CreateIndex
CREATE INDEX "administration_name_administration_id_idx" ON "administration_name"("administration_id");

-- CreateIndex
CREATE INDEX "mandate_person_id_idx" ON "mandate"("person_id");

-- CreateIndex
CREATE INDEX "mandate_administration_id_idx" ON "mandate"("administration_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_slug_key" ON "campaign"("slug");

-- CreateIndex
CREATE INDEX "campaign_year_idx" ON "campaign"("year");

-- CreateIndex
CREATE UNIQUE INDEX "regulation_version_campaign_id_number_key" ON "regulation_version"("campaign_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "category_campaign_id_code_key" ON "category"("campaign_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "prize_slot_category_id_code_key" ON "prize_slot"("category_id", "code");

-- CreateIndex
CREATE INDEX "phase_change_campaign_id_idx" ON "phase_change"("campaign_id");

-- CreateIndex
CREATE INDEX "deliberation_session_campaign_id_idx" ON "deliberation_session"("campaign_id");

-- CreateIndex
CREATE INDEX "attendance_session_id_idx" ON "attendance"("session_id");

-- CreateIndex
CREATE INDEX "attendance_seat_id_idx" ON "attendance"("seat_id");

-- CreateIndex
CREATE INDEX "deliberation_item_slot_id_idx" ON "deliberation_item"("slot_id");

-- CreateIndex
CREATE UNIQUE INDEX "deliberation_item_session_id_slot_id_key" ON "deliberation_item"("session_id", "slot_id");

-- CreateIndex
CREATE INDEX "motion_item_id_idx" ON "motion"("item_id");

-- CreateIndex
CREATE INDEX "ballot_motion_id_idx" ON "ballot"("motion_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_decision_slot_id_key" ON "award_decision"("slot_id");

-- CreateIndex
CREATE INDEX "award_winner_nomination_id_idx" ON "award_winner"("nomination_id");

-- CreateIndex
CREATE INDEX "minutes_session_id_idx" ON "minutes"("session_id");

-- CreateIndex
CREATE INDEX "seat_person_id_idx" ON "seat"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_campaign_id_code_key" ON "seat"("campaign_id", "code");

-- CreateIndex
CREATE INDEX "interest_seat_id_nomination_id_idx" ON "interest"("seat_id", "nomination_id");

-- CreateIndex
CREATE INDEX "interest_nomination_id_idx" ON "interest"("nomination_id");

-- CreateIndex
CREATE INDEX "recusal_seat_id_idx" ON "recusal"("seat_id");

-- CreateIndex
CREATE INDEX "recusal_nomination_id_idx" ON "recusal"("nomination_id");

-- CreateIndex
CREATE INDEX "assignment_seat_id_idx" ON "assignment"("seat_id");

-- CreateIndex
CREATE INDEX "assignment_nomination_id_idx" ON "assignment"("nomination_id");

-- CreateIndex
CREATE UNIQUE INDEX "nomination_reference_key" ON "nomination"("reference");

-- CreateIndex
CREATE INDEX "nomination_campaign_id_state_idx" ON "nomination"("campaign_id", "state");

-- CreateIndex
CREATE INDEX "nomination_campaign_id_reference_idx" ON "nomination"("campaign_id", "reference");

-- CreateIndex
CREATE INDEX "nomination_category_id_idx" ON "nomination"("category_id");

-- CreateIndex
CREATE INDEX "nomination_administration_id_idx" ON "nomination"("administration_id");

-- CreateIndex
CREATE INDEX "nomination_partner_nomination_id_idx" ON "nomination_partner"("nomination_id");

-- CreateIndex
CREATE INDEX "nomination_partner_administration_id_idx" ON "nomination_partner"("administration_id");

-- CreateIndex
CREATE INDEX "rescued_text_nomination_id_idx" ON "rescued_text"("nomination_id");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_version_receipt_number_key" ON "dossier_version"("receipt_number");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_version_nomination_id_number_key" ON "dossier_version"("nomination_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_storage_key_key" ON "stored_file"("storage_key");

-- CreateIndex
CREATE INDEX "evidence_nomination_id_idx" ON "evidence"("nomination_id");

-- CreateIndex
CREATE INDEX "screening_decision_nomination_id_idx" ON "screening_decision"("nomination_id");

-- CreateIndex
CREATE UNIQUE INDEX "completion_request_nomination_id_key" ON "completion_request"("nomination_id");

-- CreateIndex
CREATE INDEX "audit_entry_campaign_id_id_idx" ON "audit_entry"("campaign_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_id_idx" ON "audit_entry"("subject_id");

-- CreateIndex
CREATE INDEX "outbox_state_next_attempt_at_idx" ON "outbox"("state", "next_attempt_at");

-- CreateIndex
CREATE INDEX "outbox_campaign_id_idx" ON "outbox"("campaign_id");

-- CreateIndex
CREATE INDEX "notice_person_id_created_at_idx" ON "notice"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "demo_mail_at_idx" ON "demo_mail"("at");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "recovery_code_person_id_idx" ON "recovery_code"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_token_token_hash_key" ON "one_time_token"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_token_person_id_idx" ON "one_time_token"("person_id");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE INDEX "role_grant_campaign_id_role_idx" ON "role_grant"("campaign_id", "role");

-- CreateIndex
CREATE INDEX "release_campaign_id_idx" ON "release"("campaign_id");

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_campaign_id_number_key" ON "snapshot"("campaign_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "document_number_key" ON "document"("number");

-- CreateIndex
CREATE UNIQUE INDEX "document_check_code_key" ON "document"("check_code");

-- CreateIndex
CREATE INDEX "document_subject_id_idx" ON "document"("subject_id");

-- CreateIndex
CREATE INDEX "document_campaign_id_idx" ON "document"("campaign_id");

-- CreateIndex
CREATE UNIQUE INDEX "score_sheet_commitment_key" ON "score_sheet"("commitment");

-- CreateIndex
CREATE INDEX "score_sheet_nomination_id_idx" ON "score_sheet"("nomination_id");

-- CreateIndex
CREATE INDEX "score_sheet_person_id_idx" ON "score_sheet"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "score_sheet_seat_id_nomination_id_sequence_key" ON "score_sheet"("seat_id", "nomination_id", "sequence");

-- CreateIndex
CREATE INDEX "tally_campaign_id_idx" ON "tally"("campaign_id");

-- CreateIndex
CREATE INDEX "tally_category_id_idx" ON "tally"("category_id");

-- AddForeignKey
ALTER TABLE "administration" ADD CONSTRAINT "administration_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "administration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "administration_name" ADD CONSTRAINT "administration_name_administration_id_fkey" FOREIGN KEY ("administration_id") REFERENCES "administration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_administration_id_fkey" FOREIGN KEY ("administration_id") REFERENCES "administration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regulation_version" ADD CONSTRAINT "regulation_version_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prize_slot" ADD CONSTRAINT "prize_slot_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase_change" ADD CONSTRAINT "phase_change_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliberation_session" ADD CONSTRAINT "deliberation_session_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "deliberation_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliberation_item" ADD CONSTRAINT "deliberation_item_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "deliberation_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliberation_item" ADD CONSTRAINT "deliberation_item_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "prize_slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion" ADD CONSTRAINT "motion_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "deliberation_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sealed_ballot" ADD CONSTRAINT "sealed_ballot_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion_voter" ADD CONSTRAINT "motion_voter_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_decision" ADD CONSTRAINT "award_decision_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "prize_slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_winner" ADD CONSTRAINT "award_winner_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "award_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_winner" ADD CONSTRAINT "award_winner_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "deliberation_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_signature" ADD CONSTRAINT "minutes_signature_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "administration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest" ADD CONSTRAINT "interest_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest" ADD CONSTRAINT "interest_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_administration_id_fkey" FOREIGN KEY ("administration_id") REFERENCES "administration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_partner" ADD CONSTRAINT "nomination_partner_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_partner" ADD CONSTRAINT "nomination_partner_administration_id_fkey" FOREIGN KEY ("administration_id") REFERENCES "administration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rescued_text" ADD CONSTRAINT "rescued_text_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_version" ADD CONSTRAINT "dossier_version_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening_check" ADD CONSTRAINT "screening_check_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening_decision" ADD CONSTRAINT "screening_decision_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion_request" ADD CONSTRAINT "completion_request_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_approval" ADD CONSTRAINT "release_approval_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bundle_file" ADD CONSTRAINT "bundle_file_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "score_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tally" ADD CONSTRAINT "tally_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tally" ADD CONSTRAINT "tally_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
