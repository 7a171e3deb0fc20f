#pragma once

#include "models/detail/Parts.h"
#include "models/diagnosis/Diagnosis.h"
#include "models/text/Yaml.h"
#include "tests/unit/detail/Telling.h"

/// Evidence as the files of tests/data/diagnosis have it, and findings as the lines that they expect.
namespace cases {

inline constexpr std::int64_t recordedAt = 1'795'363'330;      ///< 2026-11-22T16:02:10Z, when the objects of the real node were read

inline std::string fileOf(const std::string &name)
{
    std::ifstream file(folders::source("tests/data/diagnosis/") + name);
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

inline diagnosis::Object objectOf(const text::Value &value)
{
    return std::make_shared<const text::Value>(value);
}

inline diagnosis::Known knownOf(const text::Value &value)
{
    diagnosis::Known known;
    known.isComplete = value.isList();
    known.isRefused = value.text() == "refused";
    for (const text::Value &each : value.items())
        known.objects.push_back(objectOf(each));
    return known;
}

/// Whole events as the API has them.
inline std::vector<detail::Event> eventsOf(const text::Value &list, const std::string &uid)
{
    detail::LiveList::Content content;
    std::size_t count = 0;
    for (const text::Value &event : list.items())
        content.objects[std::to_string(count++)] = objectOf(event);
    return detail::readEvents(content, uid);
}

/// A case is recorded whole ("recorded: NAME"), is an object of the recorded lists ("from: [v1.pods, NAME]"), or says everything itself.
inline diagnosis::Evidence evidenceOf(const text::Value &each)
{
    diagnosis::Evidence evidence;
    text::Value whole = each;
    if (!each["recorded"].isNull())
        whole = *text::parseJson(fileOf(each["recorded"].text() + ".json"));
    evidence.object = each["from"].isNull() ? objectOf(whole["object"]) : objectOf(telling::recorded(each["from"].items()[0].text(), each["from"].items()[1].text()));
    evidence.now = base::SystemTime(std::chrono::seconds(detail::timeOf(each["now"]).value_or(recordedAt)));
    evidence.events = eventsOf(whole["events"], (*evidence.object)["metadata"]["uid"].text());
    evidence.eventsAreRefused = whole["events"].text() == "refused";
    evidence.pods = knownOf(whole["pods"]);
    evidence.claims = knownOf(whole["claims"]);
    evidence.classes = knownOf(whole["classes"]);
    evidence.endpoints = knownOf(whole["endpoints"]);
    evidence.services = knownOf(whole["services"]);
    return evidence;
}

inline std::string toneOf(detail::Tone tone)
{
    switch (tone) {
    case detail::Tone::Error: return "error";
    case detail::Tone::Warning: return "warning";
    case detail::Tone::Progress: return "progress";
    default: return "quiet";
    }
}

inline std::string say(const detail::Phrase &phrase, base::SystemTime now)
{
    return detail::resolve(phrase, now, [](const char *words) { return std::string(words); });
}

inline std::string say(const detail::Line &line, base::SystemTime now)
{
    std::string text;
    for (const detail::Part &part : line) {
        const std::string words = say(part.phrase, now);
        text += (text.empty() || words.empty() ? "" : " ") + words;
        if (part.link)
            text += " -> " + part.link->group + '/' + part.link->kind + '/' + part.link->namespaceName + '/' + part.link->name;
    }
    return text;
}

/// "error container-ended: Container main keeps failing.", then a line each: sentences, "words", = evidence, > next steps.
inline std::string say(const diagnosis::Finding &finding, base::SystemTime now)
{
    const detail::Notice &notice = finding.notice;
    std::string text = toneOf(notice.tone) + ' ' + std::string(finding.rule) + ": " + say(notice.title, now) + '\n';
    for (const detail::Phrase &sentence : notice.sentences)
        text += say(sentence, now) + '\n';
    if (!notice.words.empty())
        text += '"' + notice.words + "\"\n";
    for (const detail::Line &line : notice.evidence)
        text += "= " + say(line, now) + '\n';
    for (const detail::Line &line : notice.next)
        text += "> " + say(line, now) + '\n';
    return text;
}

inline std::string say(const std::vector<diagnosis::Finding> &findings, base::SystemTime now)
{
    std::string text;
    for (const diagnosis::Finding &finding : findings)
        text += say(finding, now);
    return text;
}

} // namespace cases
