#include "models/downward/Builder.h"

#include "tests/unit/downward/PodSamples.h"

#include <algorithm>

using downward::Draft;
using downward::Place;

namespace {

Draft env(const char *field, const char *name, const char *divisor = "")
{
    return {Place::Env, "web", field, divisor, name};
}

Draft file(const char *field, const char *name, const char *divisor = "")
{
    return {Place::Volume, "web", field, divisor, name};
}

std::string problem(const Draft &draft, const std::vector<Draft> &others = {})
{
    return englishOf(problemsOf(samples::yaml(samples::pod), draft, others));
}

} // namespace

/// Entries that somebody puts together.
class BuilderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOfferedFitsThePlace()
    {
        const text::Value pod = samples::yaml(samples::pod);
        const auto offers = [&](Place place, const char *field) {
            const auto all = offeredFields(pod, place);
            return std::find(all.begin(), all.end(), field) != all.end();
        };
        QVERIFY(offers(Place::Env, "status.podIP") && !offers(Place::Volume, "status.podIP"));
        QVERIFY(offers(Place::Volume, "metadata.labels") && !offers(Place::Env, "metadata.labels"));
        QVERIFY(offers(Place::Env, "metadata.labels['app']") && offers(Place::Volume, "metadata.annotations['Example.com/Note']"));
        QVERIFY(offers(Place::Env, "limits.hugepages-2Mi") && !offers(Place::Env, "limits.hugepages-1Gi"));
    }

    void everythingOfferedIsTakenByTheServer()
    {
        const text::Value pod = samples::yaml(samples::pod);
        for (const Place place : {Place::Env, Place::Volume}) {
            for (const std::string &field : offeredFields(pod, place)) {
                const Draft draft{place, "web", field, "", suggestedName(field, place)};
                QVERIFY2(problemsOf(pod, draft, {}).empty(), (field + ": " + englishOf(problemsOf(pod, draft, {}))).c_str());
            }
        }
    }

    void namesSayWhatTheyHold()
    {
        QCOMPARE(downward::suggestedName("metadata.name", Place::Env), std::string("POD_NAME"));
        QCOMPARE(downward::suggestedName("spec.nodeName", Place::Env), std::string("NODE_NAME"));
        QCOMPARE(downward::suggestedName("status.podIP", Place::Env), std::string("POD_IP"));
        QCOMPARE(downward::suggestedName("status.hostIPs", Place::Env), std::string("HOST_IPS"));
        QCOMPARE(downward::suggestedName("limits.cpu", Place::Env), std::string("CPU_LIMIT"));
        QCOMPARE(downward::suggestedName("requests.ephemeral-storage", Place::Volume), std::string("ephemeral_storage_request"));
        QCOMPARE(downward::suggestedName("metadata.labels['example.com/my-app']", Place::Env), std::string("LABEL_MY_APP"));
        QCOMPARE(downward::suggestedName("metadata.labels", Place::Volume), std::string("labels"));
    }

    void whatTheServerWouldRefuseIsSaid()
    {
        QCOMPARE(problem(env("metadata.name", "POD")), std::string());
        QVERIFY(problem(env("metadata.name", "")).starts_with("the variable needs a name"));
        QVERIFY(problem(env("metadata.name", "A=B")).starts_with("the name of a variable"));
        QVERIFY(problem(env("metadata.labels", "L")).starts_with("metadata.labels as a whole"));
        QVERIFY(problem(file("status.podIP", "ip")).starts_with("status.podIP is not allowed in a volume"));
        QVERIFY(problem(env("limits.cpu", "C", "1Mi")).starts_with("limits.cpu cannot be divided"));
        QVERIFY(problem(file("metadata.name", "")).starts_with("the file needs a path"));
        QVERIFY(problem(file("metadata.name", "/name")).starts_with("the path of the file is counted"));
        QVERIFY(problem(file("metadata.name", "a/../b")).starts_with("the path of the file neither"));
        QVERIFY(problem(file("metadata.name", "..name")).starts_with("the path of the file neither"));
        QCOMPARE(problem(file("metadata.name", "a/b..c")), std::string());
        QVERIFY(problem(env("metadata.name", "POD"), {env("metadata.uid", "POD")}).starts_with("POD is in what"));
    }

    void aVolumeIsChecked()
    {
        const auto said = [](const char *name, const char *path) {
            return englishOf(problemsOf(samples::yaml("{spec: {containers: [{name: web, volumeMounts: [{mountPath: /data}]}], volumes: [{name: taken}]}}"), downward::VolumeDraft{name, path, "web"}));
        };
        QCOMPARE(said("podinfo", "/etc/podinfo"), std::string());
        QVERIFY(said("taken", "/x").starts_with("the pod has a volume taken"));
        QVERIFY(said("Podinfo", "/x").starts_with("the name of a volume"));
        QVERIFY(said("podinfo", "").starts_with("the volume needs a path"));
        QVERIFY(said("podinfo", "/data").starts_with("container web has something mounted"));
    }

    void aVolumeIsSuggestedThatThePodDoesNotHave()
    {
        QCOMPARE(downward::suggestedVolume(samples::yaml(samples::pod)).name, std::string("podinfo"));
        const auto taken = downward::suggestedVolume(samples::yaml("{spec: {containers: [{name: web, volumeMounts: [{mountPath: /etc/podinfo-2}]}], volumes: [{name: podinfo}]}}"));
        QCOMPARE(taken.name + ' ' + taken.mountPath, std::string("podinfo-3 /etc/podinfo-3"));
    }

    void theYamlIsWhatToWrite()
    {
        const std::string yaml = downward::yamlOf(samples::yaml(samples::pod), {env("limits.cpu", "CPU_LIMIT", "1m"), env("metadata.name", "POD_NAME"), file("metadata.labels", "labels"), file("limits.memory", "memory")},
                                        {"podinfo", "/etc/podinfo", "web"});
        QCOMPARE(yaml, std::string(R"(spec:
  containers:
  - env:
    - name: CPU_LIMIT
      valueFrom:
        resourceFieldRef:
          divisor: 1m
          resource: limits.cpu
    - name: POD_NAME
      valueFrom:
        fieldRef:
          fieldPath: metadata.name
    name: web
    volumeMounts:
    - mountPath: /etc/podinfo
      name: podinfo
      readOnly: true
  volumes:
  - downwardAPI:
      items:
      - fieldRef:
          fieldPath: metadata.labels
        path: labels
      - path: memory
        resourceFieldRef:
          containerName: web
          resource: limits.memory
    name: podinfo
)"));
    }

    void whatIsPreviewedIsWhatTheInspectorWouldSay()
    {
        const text::Value pod = samples::yaml(samples::pod), node = samples::yaml(samples::node);
        QCOMPARE(preview(pod, &node, env("limits.cpu", "C", "1m")).value.value_or(""), std::string("250"));
        QCOMPARE(preview(pod, &node, file("metadata.uid", "u")).value.value_or(""), std::string("6c1f"));
    }
};

QTEST_GUILESS_MAIN(BuilderTest)
#include "BuilderTest.moc"
