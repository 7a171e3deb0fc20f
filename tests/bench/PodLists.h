#pragma once

#include "models/fields/Facts.h"
#include "models/text/Json.h"
#include "models/text/Time.h"
#include "tests/support/ProtobufWriter.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// The pods of all measurements: labels, annotations, an owner, two managedFields entries, two containers, three volumes, four
/// conditions; the same pod in JSON and in protobuf. About 7.8 KB of JSON.
namespace bench {

inline constexpr std::string_view NameMark = "web-7d4b9c6f5d-00000000";

inline std::string managedFields(const std::string &manager, int entries)
{
    std::string keys;
    for (int i = 0; i < entries; ++i)
        keys += std::string(i ? "," : "") + "\"f:field" + std::to_string(i) + "\":{\".\":{},\"f:inner\":{}}";
    return R"({"manager":")" + manager + R"(","operation":"Update","apiVersion":"v1","time":"2026-11-20T08:00:00Z","fieldsType":"FieldsV1",)"
           R"("fieldsV1":{"f:metadata":{"f:labels":{)" + keys + "}}}}";
}

inline std::string container(const std::string &name)
{
    std::string variables;
    for (int i = 0; i < 8; ++i)
        variables += std::string(i ? "," : "") + "{\"name\":\"SETTING_" + std::to_string(i) + "\",\"value\":\"https://service-"
            + std::to_string(i) + ".prod.svc.cluster.local:8443/path\"}";
    return R"({"name":")" + name + R"(","image":"registry.example.com/team/)" + name
        + R"(:1.25.3","command":["/bin/server"],"args":["--port=8080","--log-level=info"],"ports":[{"name":"http","containerPort":8080,"protocol":"TCP"}],"env":[)"
        + variables + R"(],"resources":{"limits":{"cpu":"500m","memory":"256Mi"},"requests":{"cpu":"100m","memory":"128Mi"}},)"
          R"("volumeMounts":[{"name":"config","mountPath":"/etc/config"},{"name":"cache","mountPath":"/cache"},{"name":"kube-api-access","readOnly":true,"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount"}],)"
          R"("livenessProbe":{"httpGet":{"path":"/healthz","port":8080,"scheme":"HTTP"},"timeoutSeconds":1,"periodSeconds":10,"successThreshold":1,"failureThreshold":3},)"
          R"("terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File","imagePullPolicy":"IfNotPresent"})";
}

inline std::string containerStatus(const std::string &name, int restarts)
{
    return R"({"name":")" + name + R"(","state":{"running":{"startedAt":"2026-11-20T08:00:09Z"}},"lastState":{},"ready":true,"restartCount":)"
        + std::to_string(restarts) + R"(,"image":"registry.example.com/team/)" + name
        + R"(:1.25.3","imageID":"registry.example.com/team/app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","containerID":"containerd://0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","started":true})";
}

inline std::string condition(const std::string &type)
{
    return R"({"type":")" + type + R"(","status":"True","lastProbeTime":null,"lastTransitionTime":"2026-11-20T08:00:10Z"})";
}

/// One of 64 pods that differ in node, namespace and addresses; its name is NameMark until it is replaced.
inline std::string podJson(int variant)
{
    const std::string v = std::to_string(10 + variant);
    return R"({"metadata":{"name":")" + std::string(NameMark) + R"(","generateName":"web-7d4b9c6f5d-","namespace":"team-)" + v
        + R"(","uid":"5f0c1a2b-3c4d-4e5f-8a9b-)" + "0000" + std::string(NameMark.substr(15)) + R"(","resourceVersion":"100)" + v
        + R"(","creationTimestamp":"2026-11-20T08:00:00Z","labels":{"app":"web","app.kubernetes.io/name":"web","app.kubernetes.io/part-of":"shop","pod-template-hash":"7d4b9c6f5d","team":"team-)"
        + v + R"("},"annotations":{"prometheus.io/scrape":"true","prometheus.io/port":"8080","checksum/config":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},)"
          R"("ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"web-7d4b9c6f5d","uid":"11111111-2222-3333-4444-555555555555","controller":true,"blockOwnerDeletion":true}],"managedFields":[)"
        + managedFields("kube-controller-manager", 18) + "," + managedFields("kubelet", 18) + R"(]},"spec":{"volumes":[{"name":"config","configMap":{"name":"web","defaultMode":420}},{"name":"cache","emptyDir":{}},)"
          R"({"name":"kube-api-access","projected":{"sources":[{"serviceAccountToken":{"expirationSeconds":3607,"path":"token"}},{"configMap":{"name":"kube-root-ca.crt","items":[{"key":"ca.crt","path":"ca.crt"}]}}],"defaultMode":420}}],"containers":[)"
        + container("app") + "," + container("proxy") + R"(],"restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","serviceAccountName":"web","serviceAccount":"web","nodeName":"node-)"
        + v + R"(","securityContext":{},"schedulerName":"default-scheduler","tolerations":[{"key":"node.kubernetes.io/not-ready","operator":"Exists","effect":"NoExecute","tolerationSeconds":300},{"key":"node.kubernetes.io/unreachable","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}],"priority":0,"enableServiceLinks":true,"preemptionPolicy":"PreemptLowerPriority"},)"
          R"("status":{"phase":"Running","conditions":[)" + condition("Initialized") + "," + condition("Ready") + ","
        + condition("ContainersReady") + "," + condition("PodScheduled") + R"(],"hostIP":"192.168.1.)" + v + R"(","hostIPs":[{"ip":"192.168.1.)" + v
        + R"("}],"podIP":"10.88.3.)" + v + R"(","podIPs":[{"ip":"10.88.3.)" + v + R"("}],"startTime":"2026-11-20T08:00:01Z","containerStatuses":[)"
        + containerStatus("app", variant % 5) + "," + containerStatus("proxy", 0) + R"(],"qosClass":"Burstable"}})";
}

std::string encode(const fields::TypeFacts &type, const text::Value &object);

inline std::string encodeSingle(const fields::FieldFacts &facts, std::uint32_t number, const text::Value &value)
{
    using fields::Shape;
    switch (facts.shape) {
    case Shape::Text:
        return protobuf::bytes(number, value.text());
    case Shape::Boolean:
        return protobuf::number(number, value.asBoolean() ? 1 : 0);
    case Shape::Integer:
        return protobuf::number(number, std::uint64_t(value.asInteger()));
    case Shape::Time: {
        const auto time = value.isNull() ? std::string()
                                         : protobuf::number(1, std::uint64_t(text::parseTime(value.text())->seconds)) + protobuf::number(2, 0);
        return protobuf::bytes(number, time);
    }
    case Shape::Quantity:
        return protobuf::bytes(number, protobuf::bytes(1, value.text()));
    case Shape::IntOrString:
        return protobuf::bytes(number, protobuf::number(1, value.isString() ? 1 : 0) + protobuf::number(2, std::uint64_t(value.asInteger()))
                                           + protobuf::bytes(3, value.isString() ? value.text() : std::string()));
    case Shape::Raw:
        return protobuf::bytes(number, protobuf::bytes(1, text::writeJson(value)));
    default:
        return protobuf::bytes(number, encode(fields::messageOf(facts), value));
    }
}

/// The message of an object; fields that the pods above do not have are written as nothing.
inline std::string encode(const fields::TypeFacts &type, const text::Value &object)
{
    std::string out;
    for (const fields::FieldFacts &facts : type.fields()) {
        if (facts.is(fields::flag::Inline)) {
            out += protobuf::bytes(facts.number, encode(fields::messageOf(facts), object));
            continue;
        }
        const text::Value *value = object.find(facts.json);
        if (!value)
            continue;
        if (facts.is(fields::flag::Map)) {
            for (const text::Value::Member &member : value->members())
                out += protobuf::bytes(facts.number, protobuf::bytes(1, member.key) + encodeSingle(facts, 2, member.value));
        } else if (facts.is(fields::flag::List)) {
            for (const text::Value &item : value->items())
                out += encodeSingle(facts, facts.number, item);
        } else {
            out += encodeSingle(facts, facts.number, *value);
        }
    }
    return out;
}

/// Gives each pod its own name, which has the same length everywhere and so may be replaced in either format.
inline void setNumber(std::string &pod, std::size_t number)
{
    std::string digits = std::to_string(number);
    digits.insert(0, 8 - digits.size(), '0');
    for (const std::string_view mark : {std::string_view("5d-00000000"), std::string_view("9b-000000000000")}) {
        const std::size_t at = pod.find(mark);
        pod.replace(at + mark.size() - 8, 8, digits);
    }
}

/// The pods of 64 variants, in JSON or protobuf.
inline std::vector<std::string> podVariants(bool json)
{
    std::vector<std::string> pods;
    for (int i = 0; i < 64; ++i) {
        std::string pod = podJson(i);
        pods.push_back(json ? pod : encode(*fields::findType("v1", "Pod"), *text::parseJson(pod)));
    }
    return pods;
}

inline std::string podList(std::size_t count, bool json)
{
    const std::vector<std::string> variants = podVariants(json);
    std::string out = json ? R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"77"},"items":[)"
                           : protobuf::bytes(1, protobuf::bytes(2, "77"));
    for (std::size_t i = 0; i < count; ++i) {
        std::string pod = variants[i % variants.size()];
        setNumber(pod, i);
        out += json ? (i ? "," : "") + pod : protobuf::bytes(2, pod);
    }
    return json ? out + "]}\n" : protobuf::object("v1", "PodList", out);
}

} // namespace bench
