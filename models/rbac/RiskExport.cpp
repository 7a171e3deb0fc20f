#include "models/rbac/RiskExport.h"

#include "models/rbac/FilledWords.h"
#include "models/rbac/ReportTable.h"
#include "models/text/Json.h"

namespace rbac {

namespace {

/// What was found, and the ids of what lies folded under it.
std::string whatOf(const RiskList &list, std::size_t row, const RiskReportWords &words)
{
    const Risk &risk = list.risk(row);
    const std::string what = words.attacks[numberOf(risk.id)] + " (" + std::string(risk.id) + ')';
    std::string ids;
    for (const std::uint32_t part : list.includedIn(row))
        ids.append(ids.empty() ? "" : ", ").append(list.basis->risks()[part].id);
    return ids.empty() ? what : filled(filled(words.includes, what), ids, "%2");
}

std::vector<std::string> cellsOf(const RiskList &list, std::size_t row, const RiskReportWords &words)
{
    const Risk &risk = list.risk(row);
    const std::string what = whatOf(list, row, words);
    return {words.severities[static_cast<std::size_t>(risk.severity)], what, risk.subject.text(), risk.namespaceName.empty() ? words.everywhere : risk.namespaceName,
            risk.binding.text(), risk.role.text(), ruleText(risk, list.basis->evaluator)};
}

ReportTable tableOf(const RiskList &list, const RiskReportWords &words)
{
    ReportTable table{words.heads, {}};
    for (std::size_t row = 0; row < list.rows.size(); ++row)
        table.rows.push_back(cellsOf(list, row, words));
    return table;
}

text::Value named(std::string_view text) { return text::Value::string(std::string(text)); }

text::Value shapeOf(const Risk &risk)
{
    text::Value one = text::Value::map();
    one.set("id", named(risk.id));
    one.set("severity", named(severityName(risk.severity)));
    one.set("attack", named(riskRule(risk.id).attack));
    one.set("subject", named(risk.subject.text()));
    one.set("namespace", named(risk.namespaceName));
    one.set("binding", named(risk.binding.text()));
    one.set("role", named(risk.role.text()));
    one.set("rule", risk.rule ? text::Value::number(static_cast<std::int64_t>(*risk.rule)) : text::Value::null());
    return one;
}

/// A finding, and the ids of those that it includes where there are any.
text::Value rowShape(const RiskList &list, std::size_t row)
{
    text::Value out = shapeOf(list.risk(row)), ids = text::Value::list();
    for (const std::uint32_t part : list.includedIn(row))
        ids.items().push_back(named(list.basis->risks()[part].id));
    if (!ids.items().empty())
        out.set("includes", std::move(ids));
    return out;
}

std::string jsonOf(const RiskList &list)
{
    text::Value all = text::Value::list();
    for (std::size_t row = 0; row < list.rows.size(); ++row)
        all.items().push_back(rowShape(list, row));
    return text::writeJson(all, text::JsonStyle::Indented) + '\n';
}

std::string reportOf(const RiskList &list, const RiskReportWords &words)
{
    std::string out = "# " + markdownText(words.title) + "\n\n";
    if (!words.gaps.empty())
        out += markdownText(words.gaps) + "\n\n";
    for (std::size_t i = 0; i < SeverityCount; ++i)
        out += "- " + markdownText(words.severities[i]) + ": " + std::to_string(list.counts[i]) + '\n';
    if (list.included > 0)
        out += "- " + markdownText(words.included) + ": " + std::to_string(list.included) + '\n';
    return out + '\n' + markdownOf(tableOf(list, words));
}

} // namespace

std::string exported(const RiskList &list, RiskFormat format, const RiskReportWords &words)
{
    if (format == RiskFormat::Json)
        return jsonOf(list);
    return format == RiskFormat::Csv ? csvOf(tableOf(list, words)) : reportOf(list, words);
}

} // namespace rbac
