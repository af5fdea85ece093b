import { isThere, type Json, numberOf, objectOf, textOf } from "../json.ts";
import { FormCheck } from "./form-check.ts";

const external = 3;

/**
 * Checks a scheduled event as it would stand. Source: developers/resources/guild-scheduled-event
 * @param nowMs an event may not start before
 * @throws ApiRefusal 50035
 */
export function checkEvent(event: Json, nowMs: number): void {
  const form = new FormCheck();
  form.text(["name"], event["name"], { min: 1, max: 100, required: true });
  form.text(["description"], event["description"], { max: 1000 });
  for (const field of ["privacy_level", "entity_type"])
    if (!isThere(event[field])) form.required([field]);
  if (isThere(event["privacy_level"]) && event["privacy_level"] !== 2) {
    form.wrong(["privacy_level"], "BASE_TYPE_CHOICES", "Value must be one of (2,).");
  }
  form.integer(["entity_type"], event["entity_type"], 1, 3);
  const start = instant(form, "scheduled_start_time", event, true);
  const isExternal = numberOf(event["entity_type"]) === external;
  const end = instant(form, "scheduled_end_time", event, isExternal);
  if (start !== undefined && start < nowMs && event["status"] === 1) {
    form.wrong(
      ["scheduled_start_time"],
      "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST",
      "Cannot schedule event in the past.",
    );
  }
  if (start !== undefined && end !== undefined && end <= start) {
    form.wrong(
      ["scheduled_end_time"],
      "GUILD_SCHEDULED_EVENT_SCHEDULE_END_BEFORE_START",
      "Scheduled end time must be after start time.",
    );
  }
  if (isExternal) {
    const { location } = { location: objectOf(event["entity_metadata"])["location"] };
    form.text(["entity_metadata", "location"], location, { min: 1, max: 100, required: true });
    if (isThere(event["channel_id"]))
      form.wrong(["channel_id"], "GUILD_SCHEDULED_EVENT_CHANNEL_NOT_ALLOWED", "Must be null.");
  } else if (!isThere(event["channel_id"])) form.required(["channel_id"]);
  form.done();
}

function instant(
  form: FormCheck,
  field: string,
  event: Json,
  required: boolean,
): number | undefined {
  if (!isThere(event[field])) {
    if (required) form.required([field]);
    return undefined;
  }
  const ms = Date.parse(textOf(event[field]) ?? "");
  if (Number.isNaN(ms))
    form.wrong(
      [field],
      "DATE_TIME_TYPE_PARSE",
      `Could not parse ${String(event[field])}. Should be ISO8601.`,
    );
  return Number.isNaN(ms) ? undefined : ms;
}
