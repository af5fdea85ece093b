import type { IncomingMessage } from "node:http";
import { refusal } from "../api-refusal.ts";
import { isJson, type Json, parseJson } from "../json.ts";

/** A file that came with a request, as `files[index]`. */
export interface UploadedFile {
  readonly index: number;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** What a request says. */
export interface ReadBody {
  /** An object, or the list that a bulk registration sends under `list`. */
  readonly body: Json;
  readonly list: readonly unknown[];
  readonly files: readonly UploadedFile[];
}

/** 10 MiB. Source: developers/reference#uploading-files */
const MAX_BYTES = 10 * 1024 * 1024;

/** Collects a request's bytes. */
export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
  return Buffer.concat(parts);
}

/** Reads a body of JSON, or of parts. @throws ApiRefusal 50109 for bad JSON, 40005 for files above 10 MiB */
export async function readBody(bytes: Buffer, contentType: string): Promise<ReadBody> {
  if (bytes.length === 0) return { body: {}, list: [], files: [] };
  if (contentType.startsWith("multipart/form-data")) return readForm(bytes, contentType);
  return { ...jsonBody(bytes.toString("utf8")), files: [] };
}

function jsonBody(text: string): Omit<ReadBody, "files"> {
  const value = parseJson(text);
  if (Array.isArray(value)) return { body: {}, list: value };
  if (!isJson(value)) throw refusal("badJson");
  return { body: value, list: [] };
}

async function readForm(bytes: Buffer, contentType: string): Promise<ReadBody> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { "content-type": contentType },
  }).formData();
  const files: UploadedFile[] = [];
  let json: Omit<ReadBody, "files"> = { body: {}, list: [] };
  for (const [name, value] of form.entries()) {
    if (name === "payload_json")
      json = jsonBody(typeof value === "string" ? value : await value.text());
    else if (typeof value !== "string") {
      const index = Number(/^files\[(\d+)\]$/.exec(name)?.[1] ?? files.length);
      const content = Buffer.from(await value.arrayBuffer());
      files.push({ index, filename: value.name, contentType: value.type, bytes: content });
    }
  }
  if (files.reduce((sum, file) => sum + file.bytes.length, 0) > MAX_BYTES)
    throw refusal("tooLarge");
  return { ...json, files };
}
