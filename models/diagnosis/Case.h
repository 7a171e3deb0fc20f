#pragma once

#include "models/detail/Parts.h"
#include "models/diagnosis/Diagnosis.h"

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace diagnosis {

using detail::Argument;
using detail::Line;
using detail::Notice;
using detail::Phrase;
using detail::Tone;

/// One object while the rules look at it: what they found so far, and which events that explains.
class Case
{
public:
    explicit Case(const Evidence &evidence) : m_evidence(evidence) { }

    const Evidence &evidence() const { return m_evidence; }
    const text::Value &object() const { return *m_evidence.object; }
    const text::Value &at(std::string_view path) const { return detail::at(object(), path); }
    const std::string &name() const { return object()["metadata"]["name"].text(); }
    const std::string &namespaceName() const { return object()["metadata"]["namespace"].text(); }
    const std::string &kind() const { return object()["kind"].text(); }
    /// Seconds since that time; nothing when it is no time.
    std::optional<std::int64_t> secondsSince(const text::Value &time) const;

    /// What is found from now on is that rule's.
    void beginRule(std::string_view rule) { m_rule = rule; }
    /// Whether a rule before has told what comes of this cause.
    bool isTold(const std::string &cause) const { return m_causes.contains(cause); }
    /// A finding to be filled in; the reference stays good. A cause is told once: ask isTold() before.
    Notice &tell(const std::string &cause, Tone tone, Phrase title);

    /// The events of a reason about the object as it is now, with those words in their message and that part of the object, or none. They are
    /// explained by what is told next.
    std::vector<const detail::Event *> take(std::string_view reason, std::string_view words = {}, std::string_view part = {});
    /// Warnings that nobody explained, less those whose words a finding has already.
    std::vector<const detail::Event *> unexplained() const;

    std::vector<Finding> finish() &&;

private:
    const Evidence &m_evidence;
    std::string_view m_rule;
    std::set<std::string> m_causes;
    std::set<const detail::Event *> m_explained;
    std::deque<Finding> m_findings;
};

/// Lines of evidence: a field as the object has it, a condition, events.
Line fact(std::string_view field, std::string_view value);
void addFact(Notice &notice, std::string_view field, const text::Value &value);
void addCondition(Notice &notice, const text::Value &condition);
void addEvents(Notice &notice, const std::vector<const detail::Event *> &events);

/// Lines of what to do: a sentence, a command, an object to look at.
void advise(Notice &notice, Phrase sentence);
void adviseCommand(Notice &notice, std::string command);
void adviseObject(Notice &notice, Phrase sentence, const detail::Part &link);

/// "kubectl describe pod web-0 -n team-a"; the words are of kubectl's own grammar.
std::string command(const Case &each, std::string_view words, std::string_view rest = {});

/// A condition of the object by its type; null without.
const text::Value &condition(const text::Value &object, std::string_view type);
bool isTrue(const text::Value &condition);
bool isFalse(const text::Value &condition);

/// What stands between two marks of a text: between("a \"b\" c", "\"", "\"") is b; empty without.
std::string between(std::string_view text, std::string_view begin, std::string_view end);
bool contains(std::string_view text, std::string_view words);

} // namespace diagnosis
