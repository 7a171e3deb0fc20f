#pragma once

#include "models/text/Yaml.h"

#include <QTest>

#include <string>

namespace samples {

inline text::Value yaml(const std::string &text)
{
    const auto value = text::parseYaml(text);
    if (!value)
        qFatal("%s", value.error().message.c_str());
    return *value;
}

/// Two ordinary containers, one that starts the pod, one that somebody added to look around; on a node, with addresses.
inline const std::string pod = R"(
apiVersion: v1
kind: Pod
metadata:
  name: web-0
  namespace: shop
  uid: 6c1f
  labels: {app: web, tier: "front", B: "2", a: "1"}
  annotations: {Example.com/Note: "two\nlines\t\"quoted\" \u200b é", empty: ""}
spec:
  nodeName: n1
  serviceAccountName: seller
  initContainers:
  - {name: setup}
  - {name: proxy, restartPolicy: Always, resources: {limits: {memory: 64Mi}}}
  containers:
  - name: web
    resources: {limits: {cpu: 250m, memory: 100Mi, hugepages-2Mi: 4Mi}, requests: {cpu: 100m, memory: 50Mi, hugepages-2Mi: 4Mi}}
  - {name: bare}
  - {name: zero, resources: {limits: {cpu: "0", memory: "0"}}}
  ephemeralContainers:
  - {name: look}
status:
  hostIP: 10.0.0.1
  hostIPs: [{ip: 10.0.0.1}, {ip: "fd00::1"}]
  podIP: 10.1.0.7
  podIPs: [{ip: 10.1.0.7}, {ip: "fd01::7"}]
)";

inline const std::string node = R"(
apiVersion: v1
kind: Node
metadata: {name: n1}
status:
  capacity: {cpu: "8", memory: 16Gi}
  allocatable: {cpu: 3900m, memory: 7Gi, ephemeral-storage: "47093746742", hugepages-2Mi: 1Gi}
)";

} // namespace samples
