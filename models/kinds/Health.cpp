#include "models/kinds/Health.h"

#include "models/kinds/Kind.h"

#include <QtGlobal>

#include <algorithm>
#include <charconv>
#include <span>

namespace kinds {

/// A word of a cell; with a star at its end, every word that begins so.
struct HealthWord
{
    std::string_view text;
    Health health;
};

/// What the cells of a kind mean: one column of words, or counts of what is ready and what is wanted, or both.
struct HealthRule
{
    std::string_view kind;              ///< empty: any that the program does not know
    std::string_view wordColumn;
    std::span<const HealthWord> words;
    Health otherWords;
    std::string_view readyColumn;       ///< "1/2", or a number beside that of wantedColumn
    std::string_view wantedColumn;
};

namespace {

/// In their order.
constexpr std::array<std::string_view, HealthCount> names{"failing", "not-ready", "unknown", "starting", "running", "completed", "none"};

/// Everything a pod's status may say that is no failure; the words of failures come from runtimes and are without end.
constexpr HealthWord podWords[] = {
    {"Running", Health::Running},
    {"Completed", Health::Completed},
    {"Succeeded", Health::Completed},
    {"Pending", Health::Starting},
    {"ContainerCreating", Health::Starting},
    {"PodInitializing", Health::Starting},
    {"SchedulingGated", Health::Starting},
    {"Terminating", Health::Starting},
    {"Init:0*", Health::Starting}, {"Init:1*", Health::Starting}, {"Init:2*", Health::Starting}, {"Init:3*", Health::Starting},
    {"Init:4*", Health::Starting}, {"Init:5*", Health::Starting}, {"Init:6*", Health::Starting}, {"Init:7*", Health::Starting},
    {"Init:8*", Health::Starting}, {"Init:9*", Health::Starting},
    {"NotReady", Health::NotReady},
    {"Unknown", Health::Unknown},
    {"", Health::Unknown},
};
constexpr HealthWord nodeWords[] = {
    {"Ready", Health::Running},
    {"Ready,*", Health::NotReady},
    {"NotReady*", Health::Failing},
    {"Unknown*", Health::Unknown},
};
constexpr HealthWord jobWords[] = {
    {"Running", Health::Running},         {"Complete", Health::Completed},  {"SuccessCriteriaMet", Health::Completed},
    {"Suspended", Health::Completed},     {"Terminating", Health::Starting}, {"Failed", Health::Failing},
    {"FailureTarget", Health::Failing},
};
constexpr HealthWord namespaceWords[] = {{"Active", Health::Running}, {"Terminating", Health::Starting}};
constexpr HealthWord volumeWords[] = {
    {"Bound", Health::Running},    {"Available", Health::Running}, {"Pending", Health::Starting}, {"Terminating", Health::Starting},
    {"Released", Health::NotReady}, {"Failed", Health::Failing},    {"Lost", Health::Failing},
};
constexpr HealthWord eventWords[] = {{"Normal", Health::NotTold}, {"Warning", Health::NotReady}};
/// No words of a server, so they are said in the person's language.
constexpr HealthWord cronWords[] = {
    {QT_TR_NOOP("Waiting"), Health::Running}, {"Running", Health::Running}, {"Suspended", Health::Completed}, {QT_TR_NOOP("Last run did not succeed"), Health::NotReady}};
constexpr HealthWord scalingWords[] = {
    {QT_TR_NOOP("Scaling"), Health::Running}, {QT_TR_NOOP("Disabled"), Health::Completed}, {QT_TR_NOOP("Not scaling"), Health::NotReady}, {QT_TR_NOOP("New"), Health::Starting}};
constexpr HealthWord quotaWords[] = {{QT_TR_NOOP("Free"), Health::Running}, {QT_TR_NOOP("Nearly used up"), Health::NotReady}, {QT_TR_NOOP("Used up"), Health::NotReady}};
constexpr HealthWord availableWords[] = {{"True", Health::Running}, {"False*", Health::Failing}};
constexpr HealthWord requestWords[] = {
    {"Pending", Health::Starting}, {"Approved*", Health::Running}, {"Denied*", Health::Failing}, {"Failed*", Health::Failing}};
constexpr HealthWord attachedWords[] = {{"true", Health::Running}, {"false", Health::Starting}};
constexpr HealthWord conditionWords[] = {{"True", Health::Running}, {"False", Health::NotReady}, {"Unknown", Health::Unknown}};

constexpr HealthRule rules[] = {
    {"Pod", "Status", podWords, Health::Failing, "Ready", {}},
    {"Node", "Status", nodeWords, Health::Unknown, {}, {}},
    {"Deployment", {}, {}, Health::NotTold, "Ready", {}},
    {"StatefulSet", {}, {}, Health::NotTold, "Ready", {}},
    {"DaemonSet", {}, {}, Health::NotTold, "Ready", "Desired"},
    {"ReplicaSet", {}, {}, Health::NotTold, "Ready", "Desired"},
    {"ReplicationController", {}, {}, Health::NotTold, "Ready", "Desired"},
    {"Job", "Status", jobWords, Health::Unknown, {}, {}},
    {"CronJob", "State", cronWords, Health::Unknown, {}, {}},
    {"HorizontalPodAutoscaler", "State", scalingWords, Health::Unknown, {}, {}},
    {"ResourceQuota", "State", quotaWords, Health::Unknown, {}, {}},
    {"Namespace", "Status", namespaceWords, Health::Unknown, {}, {}},
    {"PersistentVolume", "Status", volumeWords, Health::Unknown, {}, {}},
    {"PersistentVolumeClaim", "Status", volumeWords, Health::Unknown, {}, {}},
    {"Event", "Type", eventWords, Health::NotTold, {}, {}},
    {"APIService", "Available", availableWords, Health::Unknown, {}, {}},
    {"CertificateSigningRequest", "Condition", requestWords, Health::Unknown, {}, {}},
    {"VolumeAttachment", "Attached", attachedWords, Health::Unknown, {}, {}},
    {{}, "Ready", conditionWords, Health::NotTold, {}, {}},
};

std::optional<std::size_t> columnNamed(std::string_view name, const std::vector<kube::Column> &columns)
{
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const kube::Column &column) { return column.name == name; });
    if (name.empty() || found == columns.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

bool fits(std::string_view pattern, std::string_view word)
{
    return pattern.ends_with('*') ? word.starts_with(pattern.substr(0, pattern.size() - 1)) : word == pattern;
}

Health healthOfWord(const HealthRule &rule, std::string_view word)
{
    const auto found = std::find_if(rule.words.begin(), rule.words.end(), [&](const HealthWord &known) { return fits(known.text, word); });
    return found == rule.words.end() ? rule.otherWords : found->health;
}

struct Counts
{
    std::int64_t ready = 0;
    std::int64_t wanted = 0;
};

std::optional<Counts> fraction(std::string_view text)
{
    Counts counts;
    const char *end = text.data() + text.size();
    const auto [slash, error] = std::from_chars(text.data(), end, counts.ready);
    if (error != std::errc() || slash == end || *slash != '/')
        return std::nullopt;
    if (std::from_chars(slash + 1, end, counts.wanted).ec != std::errc())
        return std::nullopt;
    return counts;
}

} // namespace

std::string_view nameOf(Health health)
{
    return names[static_cast<std::size_t>(health)];
}

std::optional<Health> healthNamed(std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Health>(found - names.begin());
}

HealthReader::HealthReader(std::string_view apiVersion, std::string_view kind, const std::vector<kube::Column> &columns)
{
    const std::string_view known = findKind(apiVersion, kind) ? kind : std::string_view();
    const auto *rule = std::find_if(std::begin(rules), std::end(rules), [&](const HealthRule &each) { return each.kind == known; });
    if (rule == std::end(rules))
        return;
    m_rule = rule;
    m_word = columnNamed(rule->wordColumn, columns);
    m_ready = columnNamed(rule->readyColumn, columns);
    m_wanted = columnNamed(rule->wantedColumn, columns);
}

Health HealthReader::readCounts(const kube::Store &store, kube::RowId row) const
{
    const kube::Cell cell = store.cell(row, *m_ready);
    const std::optional<Counts> counts = m_wanted ? Counts{cell.number, store.cell(row, *m_wanted).number} : fraction(cell.text);
    if (!counts)
        return Health::Unknown;
    if (counts->wanted == 0 && counts->ready == 0)
        return Health::Completed;
    return counts->ready < counts->wanted ? Health::NotReady : Health::Running;
}

Health HealthReader::read(const kube::Store &store, kube::RowId row) const
{
    if (!column())
        return Health::NotTold;
    const Health word = m_word ? healthOfWord(*m_rule, store.cell(row, *m_word).text) : Health::Running;
    // Something that says it runs has to be ready as well.
    return word == Health::Running && m_ready ? readCounts(store, row) : word;
}

} // namespace kinds
