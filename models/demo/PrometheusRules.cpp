#include "models/demo/PrometheusRules.h"

#include "models/demo/Edit.h"
#include "models/demo/PrometheusJson.h"
#include "models/demo/PromqlParser.h"
#include "models/demo/SampleSeries.h"
#include "models/text/Time.h"

#include <functional>

namespace demo {

using text::Value;

namespace {

SeriesLabels labelsOf(const Value &map)
{
    SeriesLabels out;
    for (const Value::Member &member : map.members())
        out[member.key] = member.value.text();
    return out;
}

/// {{ $labels.pod }} and {{ $value }} as Prometheus fills them in.
std::string filled(std::string text, const SeriesLabels &labels, double value)
{
    for (std::size_t open = text.find("{{"); open != text.npos; open = text.find("{{", open)) {
        const std::size_t close = text.find("}}", open);
        if (close == text.npos)
            break;
        const std::string inner = text.substr(open + 2, close - open - 2);
        const std::size_t name = inner.find("$labels.");
        const std::string word = name == inner.npos ? numberText(value) : labelOf(labels, inner.substr(name + 8, inner.find_first_of(" }", name) - name - 8));
        text.replace(open, close + 2 - open, word);
        open += word.size();
    }
    return text;
}

/// One rule, with what its expression gives now.
class RuleNow
{
public:
    RuleNow(const Value &rule, const Cluster &cluster, std::int64_t now) : m_rule(rule), m_now(now)
    {
        const auto expression = parsePromql(rule["expr"].text());
        const SampleSeries series(cluster);
        auto value = expression ? PromqlEvaluator(**expression, series).at(now) : base::Result<PromqlValue>(expression.error());
        if (!value)
            m_error = value.error().message;
        else if (auto *vector = std::get_if<PromqlVector>(&*value))
            m_vector = std::move(*vector);
    }

    bool isAlert() const { return m_rule["alert"].isString(); }

    std::string alerts() const
    {
        std::string out;
        for (const VectorElement &element : isAlert() ? m_vector : PromqlVector())
            out += (out.empty() ? "" : ",") + alert(element);
        return out;
    }

    std::string json() const
    {
        const std::string common = ",\"query\":" + jsonOf(m_rule["expr"].text()) + ",\"labels\":" + jsonOf(labelsOf(m_rule["labels"])) + ",\"health\":" + (m_error.empty() ? "\"ok\"" : "\"err\"")
            + (m_error.empty() ? std::string() : ",\"lastError\":" + jsonOf(m_error)) + ",\"evaluationTime\":0.0006,\"lastEvaluation\":" + jsonOf(text::formatTime({m_now / 1000, 0}));
        if (!isAlert())
            return "{\"name\":" + jsonOf(m_rule["record"].text()) + common + ",\"type\":\"recording\"}";
        return "{\"state\":" + jsonOf(m_vector.empty() ? "inactive" : "firing") + ",\"name\":" + jsonOf(m_rule["alert"].text()) + common
            + ",\"duration\":" + std::to_string(promqlDuration(m_rule["for"].text()).value_or(0) / 1000) + ",\"annotations\":" + jsonOf(labelsOf(m_rule["annotations"])) + ",\"alerts\":[" + alerts()
            + "],\"type\":\"alerting\"}";
    }

private:
    std::string alert(const VectorElement &element) const
    {
        SeriesLabels labels = element.labels, annotations;
        labels.erase("__name__");
        labels["alertname"] = m_rule["alert"].text();
        labels.merge(labelsOf(m_rule["labels"]));
        for (const auto &[name, text] : labelsOf(m_rule["annotations"]))
            annotations[name] = filled(text, element.labels, element.value);
        return "{\"labels\":" + jsonOf(labels) + ",\"annotations\":" + jsonOf(annotations) + ",\"state\":\"firing\",\"activeAt\":" + jsonOf(text::formatTime({m_now / 1000 - 5400, 0}))
            + ",\"value\":" + jsonOf(numberText(element.value)) + '}';
    }

    const Value &m_rule;
    std::int64_t m_now;
    PromqlVector m_vector;
    std::string m_error;
};

void eachGroup(const Cluster &cluster, const std::function<void(const Object &object, const Value &group)> &use)
{
    for (const ObjectPointer &object : cluster.store().list("prometheusrules"))
        for (const Value &group : in(object->value, {"spec", "groups"}).items())
            use(*object, group);
}

} // namespace

std::string rulesJson(const Cluster &cluster, std::int64_t now)
{
    std::string out = R"({"groups":[)";
    eachGroup(cluster, [&](const Object &object, const Value &group) {
        std::string rules;
        for (const Value &rule : group["rules"].items())
            rules += (rules.empty() ? "" : ",") + RuleNow(rule, cluster, now).json();
        out += (out.ends_with('[') ? "{\"name\":" : ",{\"name\":") + jsonOf(group["name"].text()) + ",\"file\":" + jsonOf("/etc/prometheus/rules/" + object.nameSpace + '-' + object.name + ".yaml")
            + ",\"rules\":[" + rules + "],\"interval\":30,\"limit\":0,\"evaluationTime\":0.002,\"lastEvaluation\":" + jsonOf(text::formatTime({now / 1000, 0})) + '}';
    });
    return out + "]}";
}

std::string alertsJson(const Cluster &cluster, std::int64_t now)
{
    std::string all;
    eachGroup(cluster, [&](const Object &, const Value &group) {
        for (const Value &rule : group["rules"].items())
            if (const std::string alerts = RuleNow(rule, cluster, now).alerts(); !alerts.empty())
                all += (all.empty() ? "" : ",") + alerts;
    });
    return R"({"alerts":[)" + all + "]}";
}

} // namespace demo
