<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>Application</name>
    <message>
        <source>Show the demo cluster</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowStart</name>
    <message>
        <source>No kubeconfig names a current context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no context named %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>base</name>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for your trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> … (%1 bytes in all)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>catalog::CatalogModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the current context of its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (current)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not verified)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
The kubeconfig says insecure-skip-tls-verify: anybody between you and the server could answer in its place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>catalog::CatalogTable</name>
    <message>
        <source>Contexts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>catalog::EntryDetail</name>
    <message>
        <source>in the kubeconfig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those of this system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No context selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kubeconfig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cluster %1, user %2</source>
        <comment>line numbers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off, by insecure-skip-tls-verify: anybody between you and the server could answer in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acts as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>catalog::EntryWords</name>
    <message>
        <source>name not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proxy refuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no TLS there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no HTTP there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate has another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client certificate refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file error, line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config error, line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for your trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reachable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers, wants credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server tells its version only to those it knows. Connect to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers with status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers unlike an API server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy wants a password, which is used only once you connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (pasted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>credential kind, program</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::ClusterPane</name>
    <message>
        <source>This cluster has no kind named %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its kinds are in the list on the left. One that is added to the cluster appears there by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking which kinds it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::MainWindow</name>
    <message>
        <source>Wheelhouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used as it is now: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - Wheelhouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - %2 - Wheelhouse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::PageTabs</name>
    <message>
        <source>Open pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::Rail</name>
    <message>
        <source>Connected clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalog of contexts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::RailTile</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect anew</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::Sidebar</name>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of this cluster</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::StatusBar</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the kubectl command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n watches</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell::TopBar</name>
    <message>
        <source>Switch to a context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespaces to show; none chosen means all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to another context (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context %1, %2. Switch to another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n namespaces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Namespaces shown: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of all namespaces are shown (Ctrl+Shift+N)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>table</name>
    <message>
        <source>failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting or ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no state</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>table::GridHeader</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
