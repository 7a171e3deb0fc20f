#include "models/environment/ServiceVariables.h"

#include <algorithm>

namespace environment {

using text::Value;

namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string inCase(std::string text, char (*change)(char))
{
    std::ranges::transform(text, text.begin(), change);
    return text;
}

std::string variableName(std::string name)
{
    std::ranges::replace(name, '-', '_');
    return inCase(std::move(name), upper);
}

using Values = std::map<std::string, ServiceVariable>;

/// The seven forms that one Service has, as containers linked by Docker once had them.
class Links
{
public:
    Links(const Value &service, Values &values) : m_service(service), m_address(service["spec"]["clusterIP"].text()), m_prefix(variableName(service["metadata"]["name"].text())), m_values(values) { }

    void add()
    {
        const auto &ports = m_service["spec"]["ports"].items();
        if (ports.empty())
            return;
        put("_SERVICE_HOST", m_address);
        put("_SERVICE_PORT", ports.front()["port"].text());
        for (const Value &port : ports) {
            if (!port["name"].text().empty())
                put("_SERVICE_PORT_" + variableName(port["name"].text()), port["port"].text());
        }
        put("_PORT", urlOf(ports.front()));
        for (const Value &port : ports)
            addPort(port);
    }

private:
    void addPort(const Value &port)
    {
        const std::string prefix = "_PORT_" + port["port"].text() + '_' + inCase(protocolOf(port), upper);
        put(prefix, urlOf(port));
        put(prefix + "_PROTO", inCase(protocolOf(port), lower));
        put(prefix + "_PORT", port["port"].text());
        put(prefix + "_ADDR", m_address);
    }

    static std::string protocolOf(const Value &port) { return port["protocol"].text().empty() ? "TCP" : port["protocol"].text(); }

    std::string urlOf(const Value &port) const
    {
        const std::string host = m_address.find(':') == std::string::npos ? m_address : '[' + m_address + ']';
        return inCase(protocolOf(port), lower) + "://" + host + ':' + port["port"].text();
    }

    void put(const std::string &ending, const std::string &value)
    {
        const std::string name = m_prefix + ending;
        m_values.insert_or_assign(name, ServiceVariable{name, value, &m_service});
    }

    const Value &m_service;
    const std::string &m_address;
    const std::string m_prefix;
    Values &m_values;
};

} // namespace

bool isLinked(const Value &service, const Value &pod)
{
    const std::string &address = service["spec"]["clusterIP"].text();
    const std::string &space = service["metadata"]["namespace"].text();
    if (address.empty() || address == "None")
        return false;
    return (space == "default" && service["metadata"]["name"].text() == "kubernetes") || (linksServices(pod) && space == pod["metadata"]["namespace"].text());
}

std::vector<ServiceVariable> serviceVariables(const std::vector<std::shared_ptr<const Value>> &services, const Value &pod)
{
    // One of the pod's own namespace with that name comes before kubernetes in default.
    std::map<std::string, const Value *> linked;
    for (const auto &service : services) {
        const Value &metadata = (*service)["metadata"];
        const bool isOwn = metadata["namespace"].text() == pod["metadata"]["namespace"].text() && linksServices(pod);
        if (isLinked(*service, pod) && (isOwn || !linked.contains(metadata["name"].text())))
            linked.insert_or_assign(metadata["name"].text(), service.get());
    }
    Values values;
    for (const auto &[name, service] : linked)
        Links(*service, values).add();
    std::vector<ServiceVariable> result;
    for (auto &[name, variable] : values)
        result.push_back(std::move(variable));
    return result;
}

} // namespace environment
