#include "tests/unit/kinds/PrintedCells.h"

#include <QtTest>

/// Rules of single cells that a real server's objects do not reach, or that deserve a name.
class CellRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCellFollowsItsRule_data()
    {
        QTest::addColumn<QString>("apiVersion");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *apiVersion, const char *kind, const char *json, const char *column, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(apiVersion) << QString::fromUtf8(kind) << QString::fromUtf8(json)
                                << QString::fromUtf8(column) << QString::fromUtf8(text);
        };
        row("a deployment wants one replica unless it says more", "apps/v1", "Deployment", "{}", "Ready", "0/1");
        row("labels are sorted as whole texts", "v1", "Service", R"({"spec": {"selector": {"a": "2", "a-b": "1", "a1": "3"}}})", "Selector", "a-b=1,a1=3,a=2");
        row("requirements are sorted by key", "apps/v1", "ReplicaSet", R"({"spec": {"selector": {"matchLabels": {"a1": "3", "a": "2", "a-b": "1"}}}})",
            "Selector", "a=2,a-b=1,a1=3");
        row("a label comes before an expression of its key", "apps/v1", "ReplicaSet",
            R"({"spec": {"selector": {"matchExpressions": [{"key": "a", "operator": "Exists"}], "matchLabels": {"a": "2"}}}})", "Selector", "a=2,a");
        row("an unknown operator is an error", "apps/v1", "ReplicaSet", R"({"spec": {"selector": {"matchExpressions": [{"key": "a", "operator": "Gt", "values": ["1"]}]}}})",
            "Selector", "<error>");
        row("In without values is an error", "apps/v1", "ReplicaSet", R"({"spec": {"selector": {"matchExpressions": [{"key": "a", "operator": "In"}]}}})", "Selector", "<error>");
        row("Exists with values is an error", "apps/v1", "ReplicaSet",
            R"({"spec": {"selector": {"matchExpressions": [{"key": "a", "operator": "Exists", "values": ["1"]}]}}})", "Selector", "<error>");
        row("a deployment calls it invalid", "apps/v1", "Deployment", R"({"spec": {"selector": {"matchExpressions": [{"key": "a", "operator": "In"}]}}})", "Selector", "<invalid>");
        row("a deployment's empty selector is empty", "apps/v1", "Deployment", R"({"spec": {"selector": {}}})", "Selector", "");
        row("a job without completions wants one", "batch/v1", "Job", R"({"spec": {"parallelism": 1}, "status": {"succeeded": 1}})", "Completions", "1/1");
        row("a work queue shows its parallelism", "batch/v1", "Job", R"({"spec": {"parallelism": 2}})", "Completions", "0/1 of 2");
        row("no parallelism beside completions", "batch/v1", "Job", R"({"spec": {"parallelism": 2, "completions": 0}})", "Completions", "0/0");
        row("a finished job's duration stands still", "batch/v1", "Job",
            R"({"status": {"startTime": "2025-01-01T00:00:00Z", "completionTime": "2025-01-01T03:04:05Z"}})", "Duration", "3h4m");
        row("a running job's duration grows", "batch/v1", "Job", R"({"status": {"startTime": "2025-12-31T23:59:00Z"}})", "Duration", "60s");
        row("only the first condition of a type counts", "batch/v1", "Job",
            R"({"status": {"conditions": [{"type": "Complete", "status": "False"}, {"type": "Complete", "status": "True"}]}})", "Status", "Running");
        row("failed before terminating", "batch/v1", "Job",
            R"({"metadata": {"deletionTimestamp": "2025-01-01T00:00:00Z"}, "status": {"conditions": [{"type": "Failed", "status": "True"}]}})", "Status", "Failed");
        row("terminating before suspended", "batch/v1", "Job",
            R"({"metadata": {"deletionTimestamp": "2025-01-01T00:00:00Z"}, "status": {"conditions": [{"type": "Suspended", "status": "True"}]}})", "Status", "Terminating");
        row("a service of an unknown type", "v1", "Service", R"({"spec": {"type": "Future"}})", "External-IP", "<unknown>");
        row("a service of an old server", "v1", "Service", R"({"spec": {"clusterIP": "10.0.0.1"}})", "Cluster-IP", "10.0.0.1");
        row("an address comes before a host name", "v1", "Service",
            R"({"spec": {"type": "LoadBalancer"}, "status": {"loadBalancer": {"ingress": [{"ip": "9.9.9.9", "hostname": "a"}, {}]}}})", "External-IP", "9.9.9.9");
        row("rules without hosts after two do not count", "networking.k8s.io/v1", "Ingress", R"({"spec": {"rules": [{"host": "a"}, {}, {"host": "b"}]}})", "Hosts", "a,b");
        row("an empty class name stays empty", "networking.k8s.io/v1", "Ingress", R"({"spec": {"ingressClassName": ""}})", "Class", "");
        row("a parameter's empty group still has its point", "networking.k8s.io/v1", "IngressClass",
            R"({"spec": {"parameters": {"apiGroup": "", "kind": "K", "name": "n"}}})", "Parameters", "K./n");
        row("the last Ready condition of a node counts", "v1", "Node",
            R"({"status": {"conditions": [{"type": "Ready", "status": "True"}, {"type": "Ready", "status": "False"}]}})", "Status", "NotReady");
        row("an empty role is none", "v1", "Node", R"({"metadata": {"labels": {"node-role.kubernetes.io/": "", "kubernetes.io/role": ""}}})", "Roles", "<none>");
        row("roles are sorted and there once", "v1", "Node",
            R"({"metadata": {"labels": {"node-role.kubernetes.io/b": "", "kubernetes.io/role": "b", "node-role.kubernetes.io/a": "x"}}})", "Roles", "a,b");
        row("an event of no count happened once", "v1", "Event", R"({"count": 0})", "Count", "1");
        row("a series knows its own count", "v1", "Event", R"({"count": 5, "series": {"count": 0}})", "Count", "0");
        row("a series without a time is unknown", "v1", "Event", R"({"lastTimestamp": "2025-12-31T23:59:59Z", "series": {"count": 2}})", "Last Seen", "<unknown>");
        row("the last time falls back to the event time", "events.k8s.io/v1", "Event", R"({"eventTime": "2025-12-31T23:59:50.000000Z"})", "Last Seen", "10s");
        row("events of one cause read alike", "v1", "Event",
            R"({"type": "Warning", "reason": "BackOff", "message": "Back-off restarting failed container web in pod web-7d4_team-a", "involvedObject": {"kind": "Pod", "name": "web-7d4"}})",
            "Alike", "Warning BackOff · Pod · Back-off restarting failed container web in pod …");
        row("what is quoted differs", "v1", "Event", R"({"type": "Normal", "reason": "Pulled", "message": "Container image \u0022my image\u0022 already present, 3 times 4 MB", "involvedObject": {"kind": "Pod"}})",
            "Alike", "Normal Pulled · Pod · Container image … already present, … times … MB");
        row("the name of the object differs", "events.k8s.io/v1", "Event", R"({"type": "Normal", "reason": "Killing", "note": "Stopping web and waiting", "regarding": {"kind": "Pod", "name": "web"}})",
            "Alike", "Normal Killing · Pod · Stopping … and waiting");
        row("a long message is cut at a word", "v1", "Event",
            R"({"type": "Normal", "reason": "R", "message": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb cccccccccccccccccccccccccccccc", "involvedObject": {"kind": "K"}})", "Alike",
            "Normal R · K · aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…");
        const QByteArray endless = "{\"message\": \"" + QByteArray("1 ").repeated(600) + "end\"}";
        row("only the beginning of an endless message is compared", "v1", "Event", endless.constData(), "Alike", "  ·  · …");
        row("a quote without an end", "v1", "Event", R"({"message": "a \u0022b c"})", "Alike", "  ·  · a …");
        row("the kind of what an event is about", "v1", "Event", R"({"involvedObject": {"kind": "ReplicaSet"}})", "Kind", "ReplicaSet");
        row("an instance without a component", "v1", "Event", R"({"reportingInstance": "i"})", "Source", ", i");
        row("the component comes before the controller", "events.k8s.io/v1", "Event",
            R"({"deprecatedSource": {"component": "old"}, "reportingController": "new", "reportingInstance": "i"})", "Source", "old, i");
        row("a message of white space is empty", "v1", "Event", "{\"message\": \" \\n\\t\xE3\x80\x80\"}", "Message", "");
        row("an exempt priority level has no queues", "flowcontrol.apiserver.k8s.io/v1", "PriorityLevelConfiguration",
            R"({"spec": {"type": "Exempt", "exempt": {"nominalConcurrencyShares": 0}}})", "NominalConcurrencyShares", "<none>");
        row("a flow schema whose level is not judged", "flowcontrol.apiserver.k8s.io/v1", "FlowSchema", "{}", "MissingPL", "?");
        row("a volume without capacity", "v1", "PersistentVolume", "{}", "Capacity", "0");
        row("an empty class in the annotation counts", "v1", "PersistentVolumeClaim",
            R"({"metadata": {"annotations": {"volume.beta.kubernetes.io/storage-class": ""}}, "spec": {"storageClassName": "x"}})", "StorageClass", "");
        row("access modes are there once", "v1", "PersistentVolume", R"({"spec": {"accessModes": ["ReadWriteMany", "ReadWriteMany", "Future"]}})", "Access Modes", "RWX");
        row("a metric of an unknown type", "autoscaling/v2", "HorizontalPodAutoscaler", R"({"spec": {"metrics": [{"type": "Future"}]}})", "Targets", "<unknown type>");
        row("no metrics", "autoscaling/v2", "HorizontalPodAutoscaler", "{}", "Targets", "<none>");
        row("a target that is decided elsewhere", "autoscaling/v2", "HorizontalPodAutoscaler",
            R"({"spec": {"metrics": [{"type": "Resource", "resource": {"name": "cpu", "target": {"type": "Utilization"}}}]}})", "Targets", "cpu: <unknown>/<auto>");
        row("a current average that is missing", "autoscaling/v2", "HorizontalPodAutoscaler",
            R"({"spec": {"metrics": [{"type": "Pods", "pods": {"target": {"averageValue": "1k"}}}]}, "status": {"currentMetrics": [{"type": "Pods", "pods": {}}]}})",
            "Targets", "<nil>/1k");
        row("no minimum of replicas", "autoscaling/v2", "HorizontalPodAutoscaler", "{}", "MinPods", "<unset>");
        row("a quota of which little is used", "v1", "ResourceQuota", R"({"status": {"hard": {"pods": "10"}, "used": {"pods": "8"}}})", "State", "Free");
        row("a quota that is nearly used up", "v1", "ResourceQuota", R"({"status": {"hard": {"pods": "10", "limits.memory": "1Gi"}, "used": {"pods": "1", "limits.memory": "1000Mi"}}})", "State", "Nearly used up");
        row("a quota that is used up", "v1", "ResourceQuota", R"({"status": {"hard": {"pods": "10", "cpu": "1"}, "used": {"pods": "9", "cpu": "1000m"}}})", "State", "Used up");
        row("what of a quota is used up", "v1", "ResourceQuota", R"({"status": {"hard": {"pods": "10", "cpu": "1", "secrets": "0"}, "used": {"pods": "9", "cpu": "1000m", "secrets": "0"}}})", "Why",
            "cpu: 1000m/1, pods: 9/10");
        row("a cron job before its first run", "batch/v1", "CronJob", "{}", "State", "Waiting");
        row("a cron job that runs", "batch/v1", "CronJob", R"({"status": {"active": [{}], "lastScheduleTime": "2025-12-31T23:59:00Z"}})", "State", "Running");
        row("a cron job whose last run ended well", "batch/v1", "CronJob", R"({"status": {"lastScheduleTime": "2025-12-31T23:58:00Z", "lastSuccessfulTime": "2025-12-31T23:59:00Z"}})", "State", "Waiting");
        row("a cron job whose last run did not", "batch/v1", "CronJob", R"({"status": {"lastScheduleTime": "2025-12-31T23:59:00Z", "lastSuccessfulTime": "2025-12-31T23:58:30Z"}})", "State",
            "Last run did not succeed");
        row("a cron job that is suspended", "batch/v1", "CronJob", R"({"spec": {"suspend": true}, "status": {"lastScheduleTime": "2025-12-31T23:59:00Z"}})", "State", "Suspended");
        row("an autoscaler without metrics", "autoscaling/v2", "HorizontalPodAutoscaler",
            R"({"status": {"conditions": [{"type": "AbleToScale", "status": "True"}, {"type": "ScalingActive", "status": "False", "reason": "FailedGetResourceMetric", "message": "no metrics"}]}})", "State", "Not scaling");
        row("an autoscaler that is switched off", "autoscaling/v2", "HorizontalPodAutoscaler",
            R"({"status": {"conditions": [{"type": "ScalingActive", "status": "False", "reason": "ScalingDisabled"}]}})", "State", "Disabled");
        row("an autoscaler at work", "autoscaling/v2", "HorizontalPodAutoscaler", R"({"status": {"conditions": [{"type": "AbleToScale", "status": "True"}]}})", "State", "Scaling");
        row("an autoscaler that nobody looked at yet", "autoscaling/v2", "HorizontalPodAutoscaler", "{}", "State", "New");
        row("a quota that nothing uses yet", "v1", "ResourceQuota", R"({"status": {"hard": {"limits.cpu": "1", "limits": "2"}}})", "Request", "limits: 0/2");
        row("only limits with a point are limits", "v1", "ResourceQuota", R"({"status": {"hard": {"limits.cpu": "1", "limits": "2"}}})", "Limit", "limits.cpu: 0/1");
        row("a subject of an unknown kind is shown", "rbac.authorization.k8s.io/v1", "RoleBinding",
            R"({"subjects": [{"kind": "Robot", "name": "r2"}, {"kind": "ServiceAccount", "namespace": "dev", "name": "builder"}, {"kind": "User", "name": "jane"}]})",
            "Subjects", "Robot/r2, ServiceAccount/dev/builder, User/jane");
        row("it is in no column of kubectl", "rbac.authorization.k8s.io/v1", "RoleBinding", R"({"subjects": [{"kind": "Robot", "name": "r2"}]})", "Users", "");
        row("an approved and denied request is denied", "certificates.k8s.io/v1", "CertificateSigningRequest",
            R"({"status": {"certificate": "eA==", "conditions": [{"type": "Approved"}, {"type": "Failed"}, {"type": "Denied"}]}})", "Condition", "Denied,Failed,Issued");
        row("the requested duration", "certificates.k8s.io/v1", "CertificateSigningRequest", R"({"spec": {"expirationSeconds": 3600}})", "RequestedDuration", "60m");
        row("an API service that is not judged", "apiregistration.k8s.io/v1", "APIService", "{}", "Available", "Unknown");
        row("an API service that is not there", "apiregistration.k8s.io/v1", "APIService",
            R"({"spec": {"service": {"namespace": "n", "name": "s"}}, "status": {"conditions": [{"type": "Available", "status": "False", "reason": "MissingEndpoints"}]}})",
            "Available", "False (MissingEndpoints)");
        row("a component that does not say", "v1", "ComponentStatus", R"({"conditions": [{"type": "Other"}]})", "Status", "Unknown");
        row("a default table gives the time as text", "rbac.authorization.k8s.io/v1", "Role", R"({"metadata": {"creationTimestamp": "2025-12-31T23:59:59Z"}})",
            "Created At", "2025-12-31T23:59:59Z");
        row("also of an object without one", "rbac.authorization.k8s.io/v1", "Role", "{}", "Created At", "0001-01-01T00:00:00Z");
        row("an issued pod certificate", "certificates.k8s.io/v1beta1", "PodCertificateRequest", R"({"status": {"conditions": [{"type": "Denied"}, {"type": "Issued"}]}})",
            "State", "Issued");
        row("the last condition of a migration that is true", "storagemigration.k8s.io/v1beta1", "StorageVersionMigration",
            R"({"status": {"conditions": [{"type": "Failed", "status": "True"}, {"type": "Succeeded", "status": "True"}, {"type": "Running", "status": "False"}]}})",
            "Status", "Succeeded");
        row("not all pools were listed", "resource.k8s.io/v1alpha3", "ResourcePoolStatusRequest",
            R"({"status": {"poolCount": 2, "pools": [{}], "conditions": [{"type": "Complete", "status": "True"}]}})", "Status", "Complete (1/2 pools)");
        row("a failed request has no sums", "resource.k8s.io/v1alpha3", "ResourcePoolStatusRequest",
            R"({"status": {"conditions": [{"type": "Failed", "status": "True"}]}})", "Total", "-");
    }
    void aCellFollowsItsRule()
    {
        QFETCH(QString, apiVersion);
        QFETCH(QString, kind);
        QFETCH(QString, json);
        QFETCH(QString, column);
        QFETCH(QString, text);
        const PrintedCells cells(apiVersion.toStdString(), kind.toStdString(), json.toStdString());
        QCOMPARE(QString::fromStdString(cells.text(column.toStdString())), text);
    }

    void aRunningJobsDurationIsAnAge()
    {
        const PrintedCells running("batch/v1", "Job", R"({"status": {"startTime": "2025-12-31T23:59:00Z"}})");
        QCOMPARE(running.type("Duration"), kube::Cell::Type::Age);
        const PrintedCells waiting("batch/v1", "Job", "{}");
        QCOMPARE(waiting.type("Duration"), kube::Cell::Type::Text);
    }

    void timesOfEventsAreAges()
    {
        const PrintedCells cells("v1", "Event", R"({"firstTimestamp": "2025-12-31T23:58:00Z", "lastTimestamp": "2025-12-31T23:59:00Z"})");
        QCOMPARE(cells.type("Last Seen"), kube::Cell::Type::Age);
        QCOMPARE(cells.text("Last Seen"), std::string("60s"));
        QCOMPARE(cells.text("First Seen"), std::string("2m"));
    }

    void aHugeObjectIsPrintedInReasonableTime()
    {
        std::string init, initStatuses, statuses;
        for (int i = 0; i < 20000; ++i) {
            const std::string name = (i > 0 ? ", " : "") + std::string("{\"name\": \"i") + std::to_string(i) + "\", ";
            init += name + "\"restartPolicy\": \"Always\"}";
            initStatuses += name + "\"started\": true, \"ready\": true}";
            statuses += (i > 0 ? ", " : "") + std::string("{\"ready\": true, \"state\": {\"running\": {}}}");
        }
        const std::string pod = "{\"spec\": {\"initContainers\": [" + init + "]}, \"status\": {\"phase\": \"Running\", \"initContainerStatuses\": ["
                                + initStatuses + "], \"containerStatuses\": [" + statuses + "]}}";
        const PrintedCells cells("v1", "Pod", pod);
        QCOMPARE(cells.text("Ready"), std::string("40000/20000"));
        QCOMPARE(cells.text("Status"), std::string("Running"));
    }
};

QTEST_APPLESS_MAIN(CellRulesTest)
#include "CellRulesTest.moc"
