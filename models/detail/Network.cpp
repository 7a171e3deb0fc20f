#include "models/detail/Sections.h"

#include <QtGlobal>

namespace detail {

namespace {

Table portTable(const text::Value &service)
{
    Table table = tableOf({QT_TR_NOOP("Name"), QT_TR_NOOP("Port"), QT_TR_NOOP("Target"), QT_TR_NOOP("Node port")});
    for (const text::Value &port : at(service, "spec.ports").items()) {
        const std::string protocol = port["protocol"].text().empty() ? "TCP" : port["protocol"].text();
        table.rows.push_back({{textPart(port["name"].text())},
                              {textPart(shown(port["port"]) + '/' + protocol)},
                              {textPart(shown(port["targetPort"]))},
                              {textPart(shown(port["nodePort"]))}});
    }
    return table;
}

std::vector<Line> balancers(const text::Value &object)
{
    std::vector<Line> lines;
    for (const text::Value &item : at(object, "status.loadBalancer.ingress").items())
        lines.push_back({machinePart(item["ip"].text().empty() ? item["hostname"].text() : item["ip"].text())});
    return lines;
}

/// "Service web :80", or the object of another kind.
Line backend(const text::Value &value, const std::string &namespaceName)
{
    const text::Value &service = value["service"];
    if (!service.isMap()) {
        const text::Value &other = value["resource"];
        return {kindLinkPart(other["apiGroup"].text(), other["kind"].text(), namespaceName, other["name"].text())};
    }
    const text::Value &port = service["port"];
    return {kindLinkPart({}, "Service", namespaceName, service["name"].text()), textPart(':' + shown(port[port["name"].isNull() ? "number" : "name"]))};
}

std::vector<Line> certificates(const text::Value &object)
{
    std::vector<Line> lines;
    for (const text::Value &item : at(object, "spec.tls").items()) {
        const std::string &secret = item["secretName"].text();
        lines.push_back({secret.empty() ? wordsPart(Phrase(QT_TR_NOOP("the controller's own"))) : kindLinkPart({}, "Secret", namespaceOf(object), secret),
                         textPart(shown(item["hosts"]), Tone::Quiet)});
    }
    return lines;
}

Table ruleTable(const text::Value &object)
{
    Table table = tableOf({QT_TR_NOOP("Host"), QT_TR_NOOP("Path"), QT_TR_NOOP("Goes to")});
    for (const text::Value &rule : at(object, "spec.rules").items()) {
        const std::string host = rule["host"].text().empty() ? "*" : rule["host"].text();
        for (const text::Value &path : at(rule, "http.paths").items()) {
            table.rows.push_back({{machinePart(host)},
                                  {machinePart(path["path"].text()), textPart(path["pathType"].text(), Tone::Quiet)},
                                  backend(path["backend"], namespaceOf(object))});
        }
    }
    return table;
}

} // namespace

void addService(Summary &summary, const text::Value &object)
{
    static constexpr FieldRow fields[] = {
        {QT_TR_NOOP("Type"), "spec.type"},
        {QT_TR_NOOP("Addresses"), "spec.clusterIPs", Form::Lines},
        {QT_TR_NOOP("External name"), "spec.externalName", Form::Machine},
        {QT_TR_NOOP("External addresses"), "spec.externalIPs", Form::Lines},
        {QT_TR_NOOP("Selector"), "spec.selector", Form::Pairs},
        {QT_TR_NOOP("Session affinity"), "spec.sessionAffinity"},
        {QT_TR_NOOP("Traffic policy"), "spec.externalTrafficPolicy"},
    };
    Section section{Phrase(QT_TR_NOOP("Service")), {}};
    addFields(section, object, fields);
    addRow(section, QT_TR_NOOP("Load balancer"), balancers(object));
    addSection(summary, std::move(section));
    addSection(summary, {Phrase(QT_TR_NOOP("Ports")), {}, portTable(object)});
}

void addIngress(Summary &summary, const text::Value &object)
{
    static constexpr FieldRow fields[] = {
        {QT_TR_NOOP("Class"), "spec.ingressClassName", Form::ClusterLink, "networking.k8s.io", "IngressClass"},
    };
    Section section{Phrase(QT_TR_NOOP("Ingress")), {}};
    addFields(section, object, fields);
    if (at(object, "spec.defaultBackend").isMap())
        addRow(section, QT_TR_NOOP("Everything else goes to"), std::vector<Line>{backend(at(object, "spec.defaultBackend"), namespaceOf(object))});
    addRow(section, QT_TR_NOOP("Certificates"), certificates(object));
    addRow(section, QT_TR_NOOP("Load balancer"), balancers(object));
    addSection(summary, std::move(section));
    addSection(summary, {Phrase(QT_TR_NOOP("Rules")), {}, ruleTable(object)});
}

} // namespace detail
