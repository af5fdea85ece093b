import { expect, it } from "vitest";
import { readAttendance } from "../../src/understanding/read-attendance.ts";
import { readOpinion } from "../../src/understanding/read-opinion.ts";

it.each([
  "présents 12 : 9",
  "Présents 12:9",
  "presents au 12 : 9 personnes",
  "présences à l'atelier 12 : 9",
  "9 présents à l'atelier 12",
  "9 personnes présentes au 12",
  "attended 12: 9",
  "attendance for workshop 12: 9",
  "9 people came to 12",
  "9 personnes sont venues à l'atelier 12",
  "9 personnes ont participé au 12",
])("reads %j as nine people at workshop 12", (text) => {
  expect(readAttendance(text)).toEqual({ number: 12, came: 9 });
});

it.each(["présents 12", "inscrits 12", "attendance 12", "9 présents", "quels présents offrir ?"])(
  "takes %j for no count",
  (text) => {
    expect(readAttendance(text)).toBeUndefined();
  },
);

it.each([
  ["👍 Oui, l'atelier 12 m'a été utile", "good"],
  ["😐 L'atelier 12 m'a été un peu utile", "middling"],
  ["👎 L'atelier 12 ne m'a pas été utile", "bad"],
  ["👍 Yes, workshop 12 was useful", "good"],
  ["😐 Workshop 12 was somewhat useful", "middling"],
  ["👎 Workshop 12 was not useful", "bad"],
])("reads %j as what was thought of workshop 12", (text, opinion) => {
  expect(readOpinion(text)).toEqual({ number: 12, opinion });
});

it.each(["👍 Oui", "l'atelier 12 est utile ?", "je m'inscris à l'atelier 12"])(
  "takes %j for no opinion",
  (text) => {
    expect(readOpinion(text)).toBeUndefined();
  },
);
