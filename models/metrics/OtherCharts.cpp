#include "models/metrics/ChartQueries.h"

#include <QtGlobal>

namespace metrics {

namespace {

/// Several nodes may have mounted the same volume.
std::string claim(const ChartQueries &queries, const Subject &subject, const char *metric)
{
    const Selector selector = queries.select(metric).is("namespace", subject.namespaceName).is("persistentvolumeclaim", subject.name);
    return "max(" + selector.text() + ")";
}

/// As Traefik names what an Ingress leads to: all but letters and digits is one hyphen each time.
std::string traefikService(const Subject &subject, const Backend &backend)
{
    std::string out;
    for (const char each : subject.namespaceName + "-" + backend.service + "-" + backend.port) {
        const bool isKept = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') || static_cast<unsigned char>(each) >= 0x80;
        if (isKept)
            out += each;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    return out + "@kubernetes";
}

/// What the controllers of one kind count of one Ingress.
class Controller
{
public:
    virtual ~Controller() = default;

    virtual std::string requests(std::string_view statusPattern) const = 0;     ///< for each second; empty: all
    virtual std::string seconds(const char *quantile) const = 0;
    virtual std::string bytes(const char *direction) const = 0;                 ///< "request" or "response"
};

/// Two jobs may scrape the same controller: of series that differ in nothing but the job the highest is taken.
std::string once(const Selector &selector)
{
    return "max without (job, endpoint, metrics_path) (" + read(selector, Reading::Rate) + ")";
}

std::string quantileOf(const char *quantile, const std::string &buckets)
{
    return std::string("histogram_quantile(") + quantile + ", " + sumBy("le", buckets) + ")";
}

class Nginx : public Controller
{
public:
    Nginx(const ChartQueries &queries, const Subject &subject) : m_queries(queries), m_subject(subject) { }

    std::string requests(std::string_view statusPattern) const override
    {
        const Selector all = select("nginx_ingress_controller_requests");
        return sum(once(statusPattern.empty() ? all : all.matches("status", statusPattern)));
    }
    std::string seconds(const char *quantile) const override
    {
        return quantileOf(quantile, once(select("nginx_ingress_controller_request_duration_seconds_bucket")));
    }
    std::string bytes(const char *direction) const override
    {
        return sum(once(select(std::string("nginx_ingress_controller_") + direction + "_size_sum")));
    }

private:
    /// Where the scrape job does not honour the exporter's labels, "namespace" is the controller's own.
    Selector select(const std::string &metric) const
    {
        const bool isExported = m_queries.capabilities().hasLabel("nginx_ingress_controller_requests", "exported_namespace").value_or(false);
        return m_queries.select(metric).is(isExported ? "exported_namespace" : "namespace", m_subject.namespaceName).is("ingress", m_subject.name);
    }

    const ChartQueries &m_queries;
    const Subject &m_subject;
};

class Traefik : public Controller
{
public:
    Traefik(const ChartQueries &queries, const Subject &subject, const Selection &selection) : m_queries(queries)
    {
        for (const Backend &backend : selection.backends)
            m_services.push_back(traefikService(subject, backend));
    }

    std::string requests(std::string_view statusPattern) const override
    {
        const Selector all = select("traefik_service_requests_total");
        return sum(once(statusPattern.empty() ? all : all.matches("code", statusPattern)));
    }
    std::string seconds(const char *quantile) const override
    {
        return quantileOf(quantile, once(select("traefik_service_request_duration_seconds_bucket")));
    }
    std::string bytes(const char *direction) const override
    {
        return sum(once(select(std::string("traefik_service_") + direction + "s_bytes_total")));
    }

private:
    /// Its own label "service" is kept as exported_service where the scrape job sets one.
    const char *label() const
    {
        return m_queries.capabilities().hasLabel("traefik_service_requests_total", "exported_service").value_or(false) ? "exported_service" : "service";
    }
    Selector select(const std::string &metric) const { return m_queries.select(metric).matches(label(), anyOf(m_services)); }

    const ChartQueries &m_queries;
    std::vector<std::string> m_services;
};

/// Whichever of two counts something.
class EitherOf : public Controller
{
public:
    EitherOf(const Controller &first, const Controller &other) : m_first(first), m_other(other) { }

    std::string requests(std::string_view statusPattern) const override { return either(m_first.requests(statusPattern), m_other.requests(statusPattern)); }
    std::string seconds(const char *quantile) const override { return either(m_first.seconds(quantile), m_other.seconds(quantile)); }
    std::string bytes(const char *direction) const override { return either(m_first.bytes(direction), m_other.bytes(direction)); }

private:
    const Controller &m_first;
    const Controller &m_other;
};

std::vector<ChartSpec> chartsOf(const Controller &controller)
{
    return {{"requests", QT_TRANSLATE_NOOP("metrics", "Requests"), Unit::PerSecond,
             {{controller.requests({}), QT_TRANSLATE_NOOP("metrics", "All")},
              {controller.requests("4.."), "4xx"},
              {controller.requests("5.."), "5xx"}}},
            {"errors", QT_TRANSLATE_NOOP("metrics", "Failed requests"), Unit::Ratio,
             {{either(controller.requests("5.."), "(0 * " + controller.requests({}) + ")") + " / " + controller.requests({}), "5xx"}}},
            {"latency", QT_TRANSLATE_NOOP("metrics", "Time to answer"), Unit::Seconds,
             {{controller.seconds("0.5"), "p50"}, {controller.seconds("0.95"), "p95"}, {controller.seconds("0.99"), "p99"}}},
            {"traffic", QT_TRANSLATE_NOOP("metrics", "Traffic"), Unit::BytesPerSecond,
             {{controller.bytes("request"), QT_TRANSLATE_NOOP("metrics", "Received")},
              {controller.bytes("response"), QT_TRANSLATE_NOOP("metrics", "Sent")}}}};
}

} // namespace

std::vector<ChartSpec> claimCharts(const ChartQueries &queries, const Subject &subject)
{
    const auto figure = [&](const char *metric) { return claim(queries, subject, metric); };
    return {{"disk", QT_TRANSLATE_NOOP("metrics", "Space"), Unit::Bytes,
             {{figure("kubelet_volume_stats_used_bytes"), QT_TRANSLATE_NOOP("metrics", "Used")},
              {figure("kube_persistentvolumeclaim_resource_requests_storage_bytes"), QT_TRANSLATE_NOOP("metrics", "Requested"), LineRole::Request},
              {figure("kubelet_volume_stats_capacity_bytes"), QT_TRANSLATE_NOOP("metrics", "Capacity"), LineRole::Capacity}}},
            {"inodes", QT_TRANSLATE_NOOP("metrics", "Files"), Unit::Count,
             {{figure("kubelet_volume_stats_inodes_used"), QT_TRANSLATE_NOOP("metrics", "Used")},
              {figure("kubelet_volume_stats_inodes"), QT_TRANSLATE_NOOP("metrics", "Capacity"), LineRole::Capacity}}}};
}

/// Of the controllers that are there; where that is not known of nginx, which says it by the ingress' own name.
std::vector<ChartSpec> ingressCharts(const ChartQueries &queries, const Subject &subject, const Selection &selection)
{
    const Nginx nginx(queries, subject);
    const Traefik traefik(queries, subject, selection);
    if (!queries.capabilities().has("traefik_service_requests_total"))
        return chartsOf(nginx);
    if (!queries.capabilities().has("nginx_ingress_controller_requests"))
        return chartsOf(traefik);
    return chartsOf(EitherOf(nginx, traefik));
}

} // namespace metrics
