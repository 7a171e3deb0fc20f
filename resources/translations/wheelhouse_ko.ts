<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>Application</name>
    <message>
        <source>Show the demo cluster</source>
        <translation>데모 클러스터 보기</translation>
    </message>
</context>
<context>
    <name>WindowStart</name>
    <message>
        <source>No kubeconfig names a current context.</source>
        <translation>현재 컨텍스트를 지정한 kubeconfig가 없습니다.</translation>
    </message>
    <message>
        <source>There is no context named %1.</source>
        <translation>이름이 %1인 컨텍스트가 없습니다.</translation>
    </message>
</context>
<context>
    <name>account</name>
    <message>
        <source>One account has to be selected</source>
        <translation>계정을 하나만 선택해야 합니다</translation>
    </message>
    <message>
        <source>Create a token…</source>
        <translation>토큰 만들기…</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>Aggregation</source>
        <translation>집계</translation>
    </message>
    <message>
        <source>The cluster is marked read-only: making a token is not sent</source>
        <translation>클러스터가 읽기 전용으로 표시되어 있어 토큰 생성 요청을 보내지 않습니다</translation>
    </message>
    <message>
        <source>Whoever has the token may do what every account may, and nothing else that is known.</source>
        <translation>이 토큰을 가진 사람은 모든 계정이 할 수 있는 일만 할 수 있으며, 알려진 다른 권한은 없습니다.</translation>
    </message>
    <message>
        <source>Whoever has the token may %1.</source>
        <translation>이 토큰을 가진 사람이 할 수 있는 일: %1.</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>만료</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>토큰의 내용</translation>
    </message>
    <message>
        <source>not known: %1</source>
        <translation>알 수 없음: %1</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>주체</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>대상(audience)</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>발급자</translation>
    </message>
    <message>
        <source>Ends, as the token says</source>
        <translation>토큰에 적힌 만료</translation>
    </message>
    <message>
        <source>Ends with</source>
        <translation>함께 끝나는 대상</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>Missing is the right to create serviceaccounts/token of %1 in namespace %2.</source>
        <translation>네임스페이스 %2에서 %1의 serviceaccounts/token을 create할 권한이 없습니다.</translation>
    </message>
    <message>
        <source>the whole cluster</source>
        <translation>클러스터 전체</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1개 더</translation>
    </message>
    <message>
        <source>yes, unless the pod says no: the account says nothing, and that means yes</source>
        <translation>예, Pod가 거부하지 않으면 마운트됩니다. 계정에 아무 말이 없으면 예로 봅니다</translation>
    </message>
    <message>
        <source>yes, unless the pod says no: the account says so</source>
        <translation>예, Pod가 거부하지 않으면 마운트됩니다. 계정이 그렇게 정했습니다</translation>
    </message>
    <message>
        <source>no, unless the pod says yes: the account says so</source>
        <translation>아니요, Pod가 요구하지 않으면 마운트되지 않습니다. 계정이 그렇게 정했습니다</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>신원</translation>
    </message>
    <message>
        <source>Known to the server as</source>
        <translation>서버가 아는 이름</translation>
    </message>
    <message>
        <source>In the groups</source>
        <translation>속한 그룹</translation>
    </message>
    <message>
        <source>Token mounted into pods</source>
        <translation>Pod에 토큰 마운트</translation>
    </message>
    <message>
        <source>the pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>the account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>nobody, so it is mounted</source>
        <translation>아무도 정하지 않아 마운트됨</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no, but a volume of its own holds one</source>
        <translation>아니요, 그러나 자체 볼륨에 토큰이 있습니다</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>the pod does not tell: the server fills it in</source>
        <translation>Pod만으로는 알 수 없음: 서버가 채워 넣습니다</translation>
    </message>
    <message>
        <source>names it</source>
        <translation>이름을 적음</translation>
    </message>
    <message>
        <source>names none: falls back to default</source>
        <translation>이름을 적지 않아 default로 돌아감</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>사용하는 곳</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>워크로드</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>How</source>
        <translation>지정 방식</translation>
    </message>
    <message>
        <source>Token mounted</source>
        <translation>토큰 마운트</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>정한 곳</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>워크로드</translation>
    </message>
    <message>
        <source>none: nobody has this identity</source>
        <translation>없음: 이 신원을 가진 것이 없습니다</translation>
    </message>
    <message>
        <source>the API server</source>
        <translation>API 서버</translation>
    </message>
    <message>
        <source>Tokens in its pods</source>
        <translation>Pod 안의 토큰</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>For</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>유효 기간</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>볼륨</translation>
    </message>
    <message>
        <source>added by the server</source>
        <translation>서버가 추가함</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>기록 없음</translation>
    </message>
    <message>
        <source>Tokens without an end</source>
        <translation>만료가 없는 토큰</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>마지막 사용</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>나이</translation>
    </message>
    <message>
        <source>never: whoever has it keeps it until the Secret is deleted</source>
        <translation>없음: Secret이 삭제될 때까지 가진 사람이 계속 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secrets</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Secrets of the account</source>
        <translation>계정의 Secret</translation>
    </message>
    <message>
        <source>Mountable</source>
        <translation>마운트 가능 목록</translation>
    </message>
    <message>
        <source>Its pods may mount</source>
        <translation>Pod가 마운트할 수 있는 것</translation>
    </message>
    <message>
        <source>only these: kubernetes.io/enforce-mountable-secrets says so</source>
        <translation>이것만: kubernetes.io/enforce-mountable-secrets가 그렇게 정합니다</translation>
    </message>
    <message>
        <source>every Secret of the namespace: the list of mountable ones limits nothing</source>
        <translation>네임스페이스의 모든 Secret: 마운트 가능 목록은 아무것도 제한하지 않습니다</translation>
    </message>
    <message>
        <source>Image pull secrets</source>
        <translation>이미지 풀 시크릿</translation>
    </message>
    <message>
        <source>Bindings</source>
        <translation>바인딩</translation>
    </message>
    <message>
        <source>Binding</source>
        <translation>바인딩</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Holds in</source>
        <translation>적용 범위</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>the group %1</source>
        <translation>그룹 %1</translation>
    </message>
    <message>
        <source>names the account</source>
        <translation>계정을 직접 지정</translation>
    </message>
    <message>
        <source>none that is known gives it anything of its own</source>
        <translation>알려진 것 중 이 계정에만 주는 것은 없습니다</translation>
    </message>
    <message>
        <source>By default</source>
        <translation>기본 제공</translation>
    </message>
    <message>
        <source>%1 more, for every account</source>
        <translation>모든 계정에 해당하는 %1개 더</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>위험</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Whoever has a token of it</source>
        <translation>토큰을 가진 사람은</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>발견 사항</translation>
    </message>
    <message>
        <source>none: nothing of what it may do is in the table of risks</source>
        <translation>없음: 할 수 있는 일 중 위험 표에 있는 것이 없습니다</translation>
    </message>
    <message>
        <source>Whatever names no account here has these rights</source>
        <translation>여기서 계정을 지정하지 않은 것은 모두 이 권한을 가집니다</translation>
    </message>
    <message>
        <source>A pod without serviceAccountName gets the account default of its namespace. Workloads here that name none: %1.</source>
        <translation>serviceAccountName이 없는 Pod는 네임스페이스의 default 계정을 받습니다. 여기서 지정하지 않은 워크로드: %1개.</translation>
    </message>
    <message>
        <source>Give each workload that needs the API an account of its own, and bind nothing to default.</source>
        <translation>API가 필요한 워크로드마다 전용 계정을 주고, default에는 아무것도 바인딩하지 않는 것이 좋습니다.</translation>
    </message>
    <message>
        <source>There is no such account</source>
        <translation>그런 계정이 없습니다</translation>
    </message>
    <message>
        <source>Bindings may name it all the same: whoever makes an account of this name gets what they give.</source>
        <translation>그래도 바인딩이 이 이름을 가리킬 수 있습니다. 이 이름의 계정을 만드는 사람은 그 바인딩이 주는 권한을 얻습니다.</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>치명적</translation>
    </message>
    <message>
        <source>high</source>
        <translation>높음</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>중간</translation>
    </message>
    <message>
        <source>low</source>
        <translation>낮음</translation>
    </message>
    <message>
        <source>info</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Not everything may be read, so this may not be all</source>
        <translation>모두 읽을 수는 없으므로 이것이 전부가 아닐 수 있습니다</translation>
    </message>
    <message>
        <source>none of the selected roles</source>
        <translation>선택된 역할 중 없음</translation>
    </message>
    <message>
        <source>Rules, and where they come from</source>
        <translation>규칙과 그 출처</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>저장됨</translation>
    </message>
    <message>
        <source>Verbs</source>
        <translation>동사</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>리소스</translation>
    </message>
    <message>
        <source>API groups</source>
        <translation>API 그룹</translation>
    </message>
    <message>
        <source>Only these names</source>
        <translation>이 이름만</translation>
    </message>
    <message>
        <source>From</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>not yet: will be added</source>
        <translation>아직 아님: 추가될 예정</translation>
    </message>
    <message>
        <source>yes: will go</source>
        <translation>예: 없어질 예정</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>none: no role that is selected holds any</source>
        <translation>없음: 선택된 역할에 규칙이 없습니다</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Takes in the rules of ClusterRoles with</source>
        <translation>다음을 가진 ClusterRole의 규칙을 가져옵니다</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>ClusterRoles</source>
        <translation>ClusterRoles</translation>
    </message>
    <message>
        <source>anything: an empty selector takes in every ClusterRole</source>
        <translation>전부: 빈 셀렉터는 모든 ClusterRole을 가져옵니다</translation>
    </message>
    <message>
        <source>Nearly taken in</source>
        <translation>거의 선택될 뻔한 역할</translation>
    </message>
    <message>
        <source>ClusterRole</source>
        <translation>ClusterRole</translation>
    </message>
    <message>
        <source>Has the label</source>
        <translation>가진 레이블</translation>
    </message>
    <message>
        <source>Would need</source>
        <translation>필요한 레이블</translation>
    </message>
    <message>
        <source>Its own rules go into</source>
        <translation>이 역할의 규칙이 들어가는 곳</translation>
    </message>
    <message>
        <source>By the label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>none: no role selects it by a label</source>
        <translation>없음: 레이블로 이 역할을 선택하는 역할이 없습니다</translation>
    </message>
    <message>
        <source>The stored rules are not those that they will become</source>
        <translation>저장된 규칙과 앞으로 될 규칙이 다릅니다</translation>
    </message>
    <message>
        <source>Rules that will be added: %1, that will go: %2. Until then only the stored ones count.</source>
        <translation>추가될 규칙: %1개, 없어질 규칙: %2개. 그때까지는 저장된 규칙만 적용됩니다.</translation>
    </message>
    <message>
        <source>The controller of Kubernetes writes what the labels select. It has not done so yet, or it does not run; what was written by hand is overwritten.</source>
        <translation>레이블이 선택한 규칙은 Kubernetes의 컨트롤러가 써 넣습니다. 아직 쓰지 않았거나 컨트롤러가 동작하지 않는 상태이며, 손으로 쓴 내용은 덮어씁니다.</translation>
    </message>
    <message>
        <source>This ClusterRole is not known</source>
        <translation>이 ClusterRole은 알려져 있지 않습니다</translation>
    </message>
    <message>
        <source>its own: it takes in those of no other role</source>
        <translation>자체 규칙: 다른 역할의 규칙을 가져오지 않습니다</translation>
    </message>
    <message>
        <source>%1 may not be listed.</source>
        <translation>%1 목록을 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 may not be listed in all namespaces.</source>
        <translation>모든 네임스페이스에서 %1 목록을 볼 수는 없습니다.</translation>
    </message>
</context>
<context>
    <name>account::AccountTab</name>
    <message>
        <source>A ServiceAccount is a name that programs in pods have at the API server. What it may do comes from bindings alone.</source>
        <translation>ServiceAccount는 Pod 안의 프로그램이 API 서버에서 쓰는 이름입니다. 할 수 있는 일은 오직 바인딩이 정합니다.</translation>
    </message>
    <message>
        <source>Create a token…</source>
        <translation>토큰 만들기…</translation>
    </message>
    <message>
        <source>A short-lived token to be this account with, and a kubeconfig for it</source>
        <translation>이 계정으로 동작하는 짧은 수명의 토큰과 그 kubeconfig</translation>
    </message>
</context>
<context>
    <name>account::AggregationTab</name>
    <message>
        <source>An aggregated ClusterRole is written by a controller: it copies the rules of every ClusterRole with certain labels. The server looks at the stored rules alone.</source>
        <translation>집계된 ClusterRole은 컨트롤러가 씁니다. 정해진 레이블을 가진 모든 ClusterRole의 규칙을 복사합니다. 서버는 저장된 규칙만 봅니다.</translation>
    </message>
</context>
<context>
    <name>account::BasisTab</name>
    <message>
        <source>Reading who may do what</source>
        <translation>누가 무엇을 할 수 있는지 읽는 중</translation>
    </message>
    <message>
        <source>Roles, bindings, accounts and pods of all namespaces are being listed.</source>
        <translation>모든 네임스페이스의 역할, 바인딩, 계정, Pod 목록을 읽고 있습니다.</translation>
    </message>
    <message>
        <source>Not up to date</source>
        <translation>최신 내용이 아님</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
</context>
<context>
    <name>account::TokenDialog</name>
    <message>
        <source>Make a token with which all this can be done</source>
        <translation>이 모든 일을 할 수 있는 토큰을 만듭니다</translation>
    </message>
    <message>
        <source>Create a token</source>
        <translation>토큰 만들기</translation>
    </message>
    <message>
        <source>A token of ServiceAccount %1</source>
        <translation>ServiceAccount %1의 토큰</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>토큰으로 할 수 있는 일</translation>
    </message>
    <message>
        <source>Working out what can be done with it</source>
        <translation>토큰으로 할 수 있는 일을 계산하는 중</translation>
    </message>
    <message>
        <source>How dangerous that is</source>
        <translation>얼마나 위험한지</translation>
    </message>
    <message>
        <source>The kubectl command that asks for the same</source>
        <translation>같은 것을 요청하는 kubectl 명령</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the kubectl command</source>
        <translation>kubectl 명령 복사</translation>
    </message>
    <message>
        <source>Copied the command</source>
        <translation>명령을 복사했습니다</translation>
    </message>
    <message>
        <source>Create the token</source>
        <translation>토큰 생성</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>and %1 more findings</source>
        <translation>발견 사항 %1개 더</translation>
    </message>
    <message>
        <source>It may be more, as not everything may be read:</source>
        <translation>모두 읽을 수는 없으므로 더 있을 수 있습니다:</translation>
    </message>
    <message>
        <source>Asking the server for a token</source>
        <translation>서버에 토큰을 요청하는 중</translation>
    </message>
    <message>
        <source>There is no token: %1</source>
        <translation>토큰을 받지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The token is made. It is kept nowhere: copy it, or save a kubeconfig, before this is closed.</source>
        <translation>토큰을 만들었습니다. 어디에도 보관되지 않으므로, 닫기 전에 복사하거나 kubeconfig로 저장해야 합니다.</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>왜 안 되나요?</translation>
    </message>
    <message>
        <source>Show why the server refuses a token</source>
        <translation>서버가 토큰을 거부하는 이유 보기</translation>
    </message>
</context>
<context>
    <name>account::TokenForm</name>
    <message>
        <source>Lifetime</source>
        <translation>유효 기간</translation>
    </message>
    <message>
        <source>the API server; others with a comma between them</source>
        <translation>API 서버. 다른 대상은 쉼표로 구분합니다</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>대상(audience)</translation>
    </message>
    <message>
        <source>its lifetime only</source>
        <translation>유효 기간만</translation>
    </message>
    <message>
        <source>Ends with</source>
        <translation>함께 끝나는 대상</translation>
    </message>
    <message>
        <source>Name of what it ends with</source>
        <translation>함께 끝나는 대상의 이름</translation>
    </message>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>The name of what it ends with is missing</source>
        <translation>함께 끝나는 대상의 이름이 없습니다</translation>
    </message>
</context>
<context>
    <name>account::TokenResult</name>
    <message>
        <source>the token</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>Kubeconfig</source>
        <translation>Kubeconfig</translation>
    </message>
    <message>
        <source>What became of the kubeconfig</source>
        <translation>kubeconfig 저장 결과</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Save a kubeconfig with this token</source>
        <translation>이 토큰이 든 kubeconfig 저장</translation>
    </message>
    <message>
        <source>Add to the catalog</source>
        <translation>카탈로그에 추가</translation>
    </message>
    <message>
        <source>The token is for %1: the API server takes it only if that is one of its own audiences</source>
        <translation>이 토큰의 대상은 %1입니다. API 서버 자신의 audience일 때만 서버가 받아들입니다</translation>
    </message>
    <message>
        <source>Save a kubeconfig</source>
        <translation>kubeconfig 저장</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 쓰는 중</translation>
    </message>
    <message>
        <source>something of that name is there, and nothing is overwritten</source>
        <translation>같은 이름이 이미 있으며, 아무것도 덮어쓰지 않습니다</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1을(를) 쓰지 못했습니다: %2</translation>
    </message>
    <message>
        <source>Saved as %1, readable by you only</source>
        <translation>%1(으)로 저장했습니다. 본인만 읽을 수 있습니다</translation>
    </message>
    <message>
        <source>The password of the proxy is yours, and is not in it.</source>
        <translation>프록시 비밀번호는 본인의 것이므로 넣지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>base</name>
    <message>
        <source>not reached</source>
        <translation>연결되지 않음</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>연결 중</translation>
    </message>
    <message>
        <source>live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>stale since %1</source>
        <translation>%1 이후 갱신 안 됨</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>waits for your trust</source>
        <translation>신뢰 확인 대기 중</translation>
    </message>
    <message>
        <source> … (%1 bytes in all)</source>
        <translation> … (전체 %1바이트)</translation>
    </message>
    <message numerus="yes">
        <source> … (%n characters in all)</source>
        <translation>
            <numerusform> … (전체 %n자)</numerusform>
        </translation>
    </message>
    <message>
        <source>answers with an error</source>
        <translation>오류로 응답함</translation>
    </message>
    <message>
        <source>Settings are not saved in %1: %2</source>
        <translation>설정이 %1에 저장되지 않음: %2</translation>
    </message>
    <message>
        <source>Settings cannot be read from %1: %2. As no mark is known, all clusters are read-only until they can be read at a start.</source>
        <translation>%1에서 설정을 읽을 수 없습니다: %2. 클러스터에 남긴 표시를 알 수 없으므로, 시작할 때 설정을 읽을 수 있게 될 때까지 모든 클러스터가 읽기 전용입니다.</translation>
    </message>
    <message>
        <source>The settings made no sense (%2). They were moved to %1. As no mark is known, all clusters are read-only until the next start.</source>
        <translation>설정 내용이 올바르지 않습니다(%2). %1(으)로 옮겼습니다. 클러스터에 남긴 표시를 알 수 없으므로, 다음에 시작할 때까지 모든 클러스터가 읽기 전용입니다.</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>준비되지 않음</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>starting or ending</source>
        <translation>시작 또는 종료 중</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>no state</source>
        <translation>상태 없음</translation>
    </message>
    <message>
        <source>Clear: %1</source>
        <translation>지우기: %1</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>그룹 %1</translation>
    </message>
    <message>
        <source>groups %1</source>
        <translation>그룹 %1</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>사용자 %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 (그룹: %2)</translation>
    </message>
    <message>
        <source>%1 viewed as %2</source>
        <translation>%1 · %2 신원</translation>
    </message>
    <message>
        <source>This build has no charts</source>
        <translation>이 빌드에는 차트가 없습니다</translation>
    </message>
    <message>
        <source>It was made without Qt Charts. What pods and nodes use is told in their tables, and by wheelhouse top pods and wheelhouse top nodes.</source>
        <translation>Qt Charts 없이 만들어졌습니다. Pod와 노드의 사용량은 각 표와 wheelhouse top pods, wheelhouse top nodes에서 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Show nodes</source>
        <translation>노드 보기</translation>
    </message>
    <message>
        <source>Show pods</source>
        <translation>Pod 보기</translation>
    </message>
    <message>
        <source>The page of Prometheus itself</source>
        <translation>Prometheus 자체 페이지</translation>
    </message>
</context>
<context>
    <name>base::ClusterColor</name>
    <message>
        <source>red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>주황</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>노랑</translation>
    </message>
    <message>
        <source>green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>청록</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>보라</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>회색</translation>
    </message>
</context>
<context>
    <name>base::Countdown</name>
    <message>
        <source>Next attempt at %1.</source>
        <translation>다음 시도: %1.</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>다시 시도하는 중입니다.</translation>
    </message>
    <message>
        <source>Next attempt at %1, in %2 s.</source>
        <translation>다음 시도: %1, %2초 후.</translation>
    </message>
    <message>
        <source>Next attempt at %1, in %2 min %3 s.</source>
        <translation>다음 시도: %1, %2분 %3초 후.</translation>
    </message>
</context>
<context>
    <name>base::ErrorText</name>
    <message>
        <source>name not found</source>
        <translation>이름을 찾을 수 없음</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>연결 거부됨</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>연결 안 됨</translation>
    </message>
    <message>
        <source>proxy refuses</source>
        <translation>프록시가 거부함</translation>
    </message>
    <message>
        <source>no TLS there</source>
        <translation>TLS 서버가 아님</translation>
    </message>
    <message>
        <source>no HTTP there</source>
        <translation>HTTP 서버가 아님</translation>
    </message>
    <message>
        <source>certificate has another name</source>
        <translation>인증서의 이름이 다름</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>신뢰할 수 없는 인증서</translation>
    </message>
    <message>
        <source>certificate expired</source>
        <translation>인증서 만료됨</translation>
    </message>
    <message>
        <source>certificate not valid yet</source>
        <translation>인증서가 아직 유효하지 않음</translation>
    </message>
    <message>
        <source>client certificate refused</source>
        <translation>클라이언트 인증서 거부됨</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>시간 초과</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 실패</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>연결 끊김</translation>
    </message>
    <message>
        <source>credentials not accepted</source>
        <translation>자격 증명이 받아들여지지 않음</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>권한 없음</translation>
    </message>
    <message>
        <source>server is busy</source>
        <translation>서버가 바쁨</translation>
    </message>
    <message>
        <source>server reports an error</source>
        <translation>서버가 오류를 보고함</translation>
    </message>
</context>
<context>
    <name>base::FileExport</name>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1을(를) 쓰지 못했습니다: %2</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>%1에 저장했습니다</translation>
    </message>
</context>
<context>
    <name>base::PlainTable</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>base::TextLabel</name>
    <message>
        <source>Copy all</source>
        <translation>모두 복사</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
</context>
<context>
    <name>catalog</name>
    <message>
        <source>Trust…</source>
        <translation>신뢰…</translation>
    </message>
    <message>
        <source>Open a kubeconfig…</source>
        <translation>kubeconfig 열기…</translation>
    </message>
    <message>
        <source>Paste a kubeconfig…</source>
        <translation>kubeconfig 붙여넣기…</translation>
    </message>
</context>
<context>
    <name>catalog::CatalogModel</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>%1 (current)</source>
        <translation>%1 (현재)</translation>
    </message>
    <message>
        <source>%1 (not verified)</source>
        <translation>%1 (검증 안 함)</translation>
    </message>
    <message>
        <source>%1
The kubeconfig says insecure-skip-tls-verify: anybody between you and the server could answer in its place.</source>
        <translation>%1
kubeconfig에 insecure-skip-tls-verify가 있습니다. 서버와의 사이에 있는 누구나 서버 대신 응답할 수 있습니다.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>배포판</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>%1, read-only</source>
        <translation>%1, 읽기 전용</translation>
    </message>
    <message>
        <source>%1, favourite</source>
        <translation>%1, 즐겨찾기</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, colour</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Last seen %1</source>
        <translation>마지막 확인: %1</translation>
    </message>
</context>
<context>
    <name>catalog::CatalogPage</name>
    <message>
        <source>Clusters</source>
        <translation>클러스터</translation>
    </message>
    <message>
        <source>Filter the contexts</source>
        <translation>컨텍스트 필터</translation>
    </message>
    <message>
        <source>Open a kubeconfig…</source>
        <translation>kubeconfig 열기…</translation>
    </message>
    <message>
        <source>Paste a kubeconfig…</source>
        <translation>kubeconfig 붙여넣기…</translation>
    </message>
    <message>
        <source>Check all again</source>
        <translation>모두 다시 확인</translation>
    </message>
    <message>
        <source>Contexts and details</source>
        <translation>컨텍스트와 세부 정보</translation>
    </message>
    <message>
        <source>1 context</source>
        <translation>컨텍스트 1개</translation>
    </message>
    <message>
        <source>%1 contexts</source>
        <translation>컨텍스트 %1개</translation>
    </message>
    <message>
        <source>%1 in 1 file</source>
        <translation>파일 1개의 %1</translation>
    </message>
    <message>
        <source>%1 in %2 files</source>
        <translation>파일 %2개의 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>shown of all</comment>
        <translation>%2 중 %1개</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file: what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not up to date</source>
        <translation>최신 내용이 아님</translation>
    </message>
    <message>
        <source>%1
Shown is what stood there before.</source>
        <translation>%1
이전에 읽은 내용을 표시합니다.</translation>
    </message>
    <message>
        <source>%1 (every file in it)</source>
        <translation>%1 (그 안의 모든 파일)</translation>
    </message>
    <message>
        <source>Open the demo cluster</source>
        <translation>데모 클러스터 열기</translation>
    </message>
    <message>
        <source>No kubeconfig found</source>
        <translation>kubeconfig를 찾지 못했습니다</translation>
    </message>
    <message>
        <source>Looked for contexts here:
%1</source>
        <translation>컨텍스트를 찾아본 위치:
%1</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1: 사용할 수 없습니다. %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>연결 끊기</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>Sort by name</source>
        <translation>이름순 정렬</translation>
    </message>
    <message>
        <source>Sort by file</source>
        <translation>파일순 정렬</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>이름 복사</translation>
    </message>
    <message>
        <source>Copy the server</source>
        <translation>서버 복사</translation>
    </message>
    <message>
        <source>Copy the file&apos;s path</source>
        <translation>파일 경로 복사</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1(으)로 저장했습니다</translation>
    </message>
    <message>
        <source>Filter: name, server, version, user, namespace, file</source>
        <translation>필터: 이름, 서버, 버전, 사용자, 네임스페이스, 파일</translation>
    </message>
    <message>
        <source>Sort by version</source>
        <translation>버전순 정렬</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>즐겨찾기에서 제거</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>즐겨찾기에 추가</translation>
    </message>
    <message>
        <source>Allow writing again</source>
        <translation>쓰기 다시 허용</translation>
    </message>
    <message>
        <source>Mark read-only</source>
        <translation>읽기 전용으로 표시</translation>
    </message>
    <message>
        <source>Give it a name…</source>
        <translation>이름 붙이기…</translation>
    </message>
</context>
<context>
    <name>catalog::CatalogTable</name>
    <message>
        <source>Contexts</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Scroll the contexts</source>
        <translation>컨텍스트 스크롤</translation>
    </message>
</context>
<context>
    <name>catalog::CopyBox</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>복사: %1</translation>
    </message>
</context>
<context>
    <name>catalog::EntryDetail</name>
    <message>
        <source>Trust…</source>
        <translation>신뢰…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>연결 끊기</translation>
    </message>
    <message>
        <source>Details of the context</source>
        <translation>컨텍스트 세부 정보</translation>
    </message>
    <message>
        <source>No context selected</source>
        <translation>선택한 컨텍스트 없음</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Scroll the details</source>
        <translation>세부 정보 스크롤</translation>
    </message>
</context>
<context>
    <name>catalog::EntryFacts</name>
    <message>
        <source>in the kubeconfig</source>
        <translation>kubeconfig 안에 있음</translation>
    </message>
    <message>
        <source>those of this system</source>
        <translation>이 시스템의 인증 기관</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>클러스터</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>인증 기관</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>off, by insecure-skip-tls-verify: anybody between you and the server could answer in its place</source>
        <translation>insecure-skip-tls-verify로 꺼져 있음: 서버와의 사이에 있는 누구나 서버 대신 응답할 수 있습니다</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>서버 이름</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>프록시</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>자격 증명</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>인증서</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>토큰 파일</translation>
    </message>
    <message>
        <source>Acts as</source>
        <translation>대행 사용자</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>Kubeconfig</source>
        <translation>kubeconfig</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Cluster at</source>
        <translation>클러스터 위치</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1행</translation>
    </message>
    <message>
        <source>User at</source>
        <translation>사용자 위치</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>확인 시각</translation>
    </message>
    <message>
        <source>Newer text</source>
        <translation>새 내용</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>배포판</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>마지막 확인</translation>
    </message>
</context>
<context>
    <name>catalog::EntryWords</name>
    <message>
        <source>file not found</source>
        <translation>파일 없음</translation>
    </message>
    <message>
        <source>file not readable</source>
        <translation>파일을 읽을 수 없음</translation>
    </message>
    <message>
        <source>no such address</source>
        <translation>잘못된 주소</translation>
    </message>
    <message>
        <source>file error, line %1</source>
        <translation>파일 오류, %1행</translation>
    </message>
    <message>
        <source>config error, line %1</source>
        <translation>설정 오류, %1행</translation>
    </message>
    <message>
        <source>file error</source>
        <translation>파일 오류</translation>
    </message>
    <message>
        <source>config error</source>
        <translation>설정 오류</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>확인 중</translation>
    </message>
    <message>
        <source>reachable %1</source>
        <translation>응답함 %1</translation>
    </message>
    <message>
        <source>answers, wants credentials</source>
        <translation>응답함, 자격 증명 필요</translation>
    </message>
    <message>
        <source>The server tells its version only to those it knows. Connect to go on.</source>
        <translation>서버는 확인된 사용자에게만 버전을 알려 줍니다. 계속하려면 연결하세요.</translation>
    </message>
    <message>
        <source>answers with status %1</source>
        <translation>상태 %1로 응답함</translation>
    </message>
    <message>
        <source>answers unlike an API server</source>
        <translation>API 서버와 다른 응답</translation>
    </message>
    <message>
        <source>unreachable: %1</source>
        <translation>연결할 수 없음: %1</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>확인하지 않음</translation>
    </message>
    <message>
        <source>The proxy wants a password, which is used only once you connect.</source>
        <translation>프록시에 암호가 필요하며, 암호는 연결할 때만 사용합니다.</translation>
    </message>
    <message>
        <source>%1 (pasted)</source>
        <translation>%1 (붙여넣음)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>credential kind, program</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>%1행: %2</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no credentials</comment>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>catalog::ExecTrustDialog</name>
    <message>
        <source>Run this program?</source>
        <translation>이 프로그램을 실행할까요?</translation>
    </message>
    <message>
        <source>“%1” signs in with a program</source>
        <translation>“%1”: 프로그램으로 로그인</translation>
    </message>
    <message>
        <source>The kubeconfig that was pasted</source>
        <translation>붙여넣은 kubeconfig</translation>
    </message>
    <message>
        <source>The kubeconfig %1</source>
        <translation>kubeconfig %1</translation>
    </message>
    <message>
        <source>%1 names a program that was never trusted before. It would run with your rights, each time credentials are needed. It was not run yet.</source>
        <translation>%1: 아직 신뢰한 적이 없는 프로그램을 지정합니다. 이 프로그램은 자격 증명이 필요할 때마다 사용자의 권한으로 실행됩니다. 아직 실행하지 않았습니다.</translation>
    </message>
    <message>
        <source>Program, and below it one argument a line:</source>
        <translation>프로그램, 그 아래에 한 줄에 하나씩 인수:</translation>
    </message>
    <message>
        <source>It is given these variables: %1</source>
        <translation>전달하는 변수: %1</translation>
    </message>
    <message>
        <source>The kubeconfig says how to install it:
%1</source>
        <translation>kubeconfig에 적힌 설치 방법:
%1</translation>
    </message>
    <message>
        <source>If the program, an argument, a variable or the file changes, you are asked again.</source>
        <translation>프로그램, 인수, 변수 또는 파일이 바뀌면 다시 확인합니다.</translation>
    </message>
    <message>
        <source>Trust and run</source>
        <translation>신뢰하고 실행</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Program and arguments</source>
        <translation>프로그램과 인수</translation>
    </message>
</context>
<context>
    <name>catalog::ImportDialog</name>
    <message>
        <source>Add a cluster</source>
        <translation>클러스터 추가</translation>
    </message>
    <message>
        <source>Scroll the form</source>
        <translation>양식 스크롤</translation>
    </message>
    <message>
        <source>File to open</source>
        <translation>열 파일</translation>
    </message>
    <message>
        <source>A file, such as /etc/rancher/k3s/k3s.yaml</source>
        <translation>파일 경로, 예: /etc/rancher/k3s/k3s.yaml</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>파일 선택</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Text of the kubeconfig</source>
        <translation>kubeconfig 내용</translation>
    </message>
    <message>
        <source>Or paste the text of a kubeconfig here:
apiVersion: v1
kind: Config
…</source>
        <translation>또는 kubeconfig 내용을 여기에 붙여넣으세요:
apiVersion: v1
kind: Config
…</translation>
    </message>
    <message>
        <source>Scroll the text sideways</source>
        <translation>내용을 가로로 스크롤</translation>
    </message>
    <message>
        <source>Scroll the text</source>
        <translation>내용 스크롤</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>How it is saved</source>
        <translation>저장 방법</translation>
    </message>
    <message>
        <source>Context to import</source>
        <translation>가져올 컨텍스트</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>서버 주소</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>연결 시험</translation>
    </message>
    <message>
        <source>Name of the context</source>
        <translation>컨텍스트 이름</translation>
    </message>
    <message>
        <source>Name of the cluster</source>
        <translation>클러스터 이름</translation>
    </message>
    <message>
        <source>Name of the user</source>
        <translation>사용자 이름</translation>
    </message>
    <message>
        <source>Save and connect</source>
        <translation>저장하고 연결</translation>
    </message>
    <message>
        <source>Use without saving</source>
        <translation>저장하지 않고 사용</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>A file stays where it is; a text is kept in memory until the program ends</source>
        <translation>파일은 있던 자리에 그대로 두고, 붙여넣은 내용은 프로그램이 끝날 때까지 메모리에만 둡니다</translation>
    </message>
    <message>
        <source>Open a kubeconfig</source>
        <translation>kubeconfig 열기</translation>
    </message>
    <message>
        <source>There is no context in it.</source>
        <translation>컨텍스트가 없습니다.</translation>
    </message>
    <message>
        <source>The file of a %1 server, as it lies there: everything in it is named default, and its address leads back to the machine it lies on. Give it a name, and the address at which the server is reached from here.</source>
        <translation>%1 서버에 있는 그대로의 파일입니다. 모든 이름이 default이고, 주소는 파일이 있던 컴퓨터 자신을 가리킵니다. 새 이름과, 여기에서 그 서버에 닿는 주소를 적으세요.</translation>
    </message>
    <message>
        <source>Contexts found: %1</source>
        <translation>찾은 컨텍스트: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>contexts found, distribution</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 사용</translation>
    </message>
    <message>
        <source>This cannot be the name of a file config-NAME. Letters, digits, dashes and dots can.</source>
        <translation>config-이름 파일의 이름이 될 수 없습니다. 글자, 숫자, 붙임표, 점을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The server address is none: it is a name or an address, with a port where it is another one, as in 203.0.113.7 or k3s.example.com:6443.</source>
        <translation>서버 주소가 아닙니다. 이름이나 주소를 적고, 포트가 다르면 덧붙입니다. 예: 203.0.113.7, k3s.example.com:6443.</translation>
    </message>
    <message>
        <source>%1 exists already, and nothing is overwritten.</source>
        <translation>%1 파일이 이미 있습니다. 덮어쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Will be saved as %1, and cannot be used as it is: %2</source>
        <translation>%1(으)로 저장되지만 이대로는 사용할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Will be saved as %1. It is written with aliases or tags and must be written anew: its comments and the order of its fields are not kept.</source>
        <translation>%1(으)로 저장됩니다. 별칭이나 태그가 있어 새로 써야 하므로 주석과 필드 순서는 남지 않습니다.</translation>
    </message>
    <message>
        <source>Will be saved as %1, readable by you only</source>
        <translation>%1(으)로 저장되며 본인만 읽을 수 있습니다</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>시험 중지</translation>
    </message>
    <message>
        <source>The test was stopped</source>
        <translation>시험을 중지했습니다</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>저장하지 못했습니다: %1</translation>
    </message>
</context>
<context>
    <name>catalog::ImportVerdict</name>
    <message>
        <source>Connecting to %1</source>
        <translation>%1에 연결하는 중</translation>
    </message>
    <message>
        <source>a version it does not tell</source>
        <translation>버전을 알려 주지 않음</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>version, distribution</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It answers, and does not know these credentials</source>
        <translation>응답하지만 이 자격 증명을 모릅니다</translation>
    </message>
    <message>
        <source>The server runs %1 and takes you for system:anonymous. The kubeconfig may belong to another cluster, or to this one before it was built anew.</source>
        <translation>서버 버전: %1. 서버는 요청한 사람을 system:anonymous로 봅니다. 다른 클러스터의 kubeconfig이거나, 클러스터를 새로 만들기 전의 것일 수 있습니다.</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>연결됨: %1</translation>
    </message>
    <message>
        <source>Connected: %1, as %2</source>
        <translation>연결됨: %1, 사용자 %2</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not for %1</source>
        <translation>서버 인증서에 없는 주소입니다: %1</translation>
    </message>
    <message>
        <source>It names no address at all.</source>
        <translation>인증서에 주소가 하나도 없습니다.</translation>
    </message>
    <message>
        <source>The server answers there. Its certificate is for these names and addresses only: %1</source>
        <translation>그 주소에서 서버가 응답합니다. 다만 인증서에는 다음 이름과 주소만 있습니다: %1</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 사용</translation>
    </message>
    <message>
        <source>Use one of them as the address, or let the server have a certificate that names this one too.</source>
        <translation>이 가운데 하나를 주소로 쓰거나, 이 주소도 담긴 인증서를 서버에 만드세요.</translation>
    </message>
    <message>
        <source>Use one of them as the address, or let the server&apos;s certificate name this one too. On the server, add to %1 (where tls-san: is there already, only the second line):</source>
        <translation>이 가운데 하나를 주소로 쓰거나, 서버 인증서에 이 주소도 넣으세요. 서버에서 %1에 다음을 더하세요(tls-san:이 이미 있으면 둘째 줄만):</translation>
    </message>
    <message>
        <source>Then restart it, and test again:</source>
        <translation>그런 다음 다시 시작하고, 다시 시험하세요:</translation>
    </message>
    <message>
        <source>Or run the installer again with the flag --tls-san:</source>
        <translation>또는 설치 프로그램을 --tls-san 옵션과 함께 다시 실행하세요:</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>연결되지 않음</translation>
    </message>
    <message>
        <source>No connection: %1</source>
        <translation>연결되지 않음: %1</translation>
    </message>
    <message>
        <source>The address leads to this machine itself. If the server is another one, type the address that it is reached at from here.</source>
        <translation>이 주소는 지금 쓰는 컴퓨터 자신을 가리킵니다. 서버가 다른 컴퓨터라면 여기에서 닿는 주소를 적으세요.</translation>
    </message>
    <message>
        <source>It is shown and asked about when you connect.</source>
        <translation>연결할 때 내용을 보여 주고 물어봅니다.</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1: 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>k3s and RKE2 let only root read this file. Run this on the server, and paste what it prints:</source>
        <translation>k3s와 RKE2는 이 파일을 root만 읽게 합니다. 서버에서 다음을 실행하고, 출력된 내용을 붙여넣으세요:</translation>
    </message>
    <message>
        <source>If only root may read it, run this and paste what it prints:</source>
        <translation>root만 읽을 수 있다면 다음을 실행하고, 출력된 내용을 붙여넣으세요:</translation>
    </message>
    <message>
        <source>Or from here, by SSH:</source>
        <translation>또는 여기에서 SSH로:</translation>
    </message>
</context>
<context>
    <name>catalog::MarksEditor</name>
    <message>
        <source>★ Favourite</source>
        <translation>★ 즐겨찾기</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>읽기 전용</translation>
    </message>
    <message>
        <source>Your marks</source>
        <translation>내 표시</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>Colour of the cluster</source>
        <translation>클러스터 색</translation>
    </message>
    <message>
        <source>Name of your own</source>
        <translation>내가 붙인 이름</translation>
    </message>
    <message>
        <source>Favourites stand first in the catalog and in the switch</source>
        <translation>즐겨찾기는 목록과 전환 창에서 맨 앞에 옵니다</translation>
    </message>
    <message>
        <source>Nothing that changes this cluster leaves the program: no write, no command in a container, no new token</source>
        <translation>이 클러스터를 바꾸는 요청은 프로그램 밖으로 나가지 않습니다: 쓰기, 컨테이너 안의 명령, 새 토큰 모두 막습니다</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>표시 이름</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>☆ Favourite</source>
        <translation>☆ 즐겨찾기</translation>
    </message>
    <message>
        <source>✓ Read-only</source>
        <translation>✓ 읽기 전용</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>d MMM</source>
        <extracomment>A day of a year on the axis of a chart, as QLocale::toString() takes it</extracomment>
        <translation>M월 d일</translation>
    </message>
    <message>
        <source>%1: no values</source>
        <translation>%1: 값 없음</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: last %2, lowest %3, highest %4</source>
        <translation>%1: 마지막 %2, 최저 %3, 최고 %4</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>%1부터 %2까지</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A value, and in brackets the one of the same time of the period before</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>그 외 %1개</translation>
    </message>
    <message>
        <source>Stale since %1</source>
        <translation>%1부터 오래된 값</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1개 더</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>이전 기간</translation>
    </message>
</context>
<context>
    <name>charts::ChartView</name>
    <message>
        <source>What can be done with %1</source>
        <translation>%1 메뉴</translation>
    </message>
    <message>
        <source>Nothing is known yet</source>
        <translation>아직 알려진 것이 없습니다</translation>
    </message>
    <message>
        <source>Show as lines</source>
        <translation>선으로 보기</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>Show all of the time</source>
        <translation>전체 시간 보기</translation>
    </message>
    <message>
        <source>Where this comes from</source>
        <translation>값의 출처 보기</translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation>값 복사</translation>
    </message>
    <message>
        <source>Save values as CSV…</source>
        <translation>값을 CSV로 저장…</translation>
    </message>
    <message>
        <source>Save picture as PNG…</source>
        <translation>그림을 PNG로 저장…</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>이전 기간</translation>
    </message>
    <message>
        <source>Copied the values of %1</source>
        <translation>%1의 값을 복사했습니다</translation>
    </message>
    <message>
        <source>Save values</source>
        <translation>값 저장</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>불러오는 중</translation>
    </message>
</context>
<context>
    <name>charts::TwinModel</name>
    <message>
        <source>%1, period before</source>
        <translation>%1, 이전 기간</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>값 없음</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>Connection: live lists, requests, bytes</source>
        <translation>연결: 감시 중인 목록, 요청, 바이트</translation>
    </message>
</context>
<context>
    <name>connection::ConnectionPage</name>
    <message>
        <source>Watched lists</source>
        <translation>감시 중인 목록</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Figures of the connection</source>
        <translation>연결 수치</translation>
    </message>
    <message>
        <source>Filter: path, method or status</source>
        <translation>필터: 경로, 메서드, 상태</translation>
    </message>
    <message>
        <source>Filter of the requests</source>
        <translation>요청 필터</translation>
    </message>
    <message>
        <source>Failures only</source>
        <translation>실패만</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
    <message>
        <source>The requests that are shown, for a bug report: with names of kinds, namespaces and objects, without headers, bodies and values that could be secret</source>
        <translation>보이는 요청을 버그 보고용으로 복사합니다. 종류, 네임스페이스, 오브젝트 이름은 들어가고 헤더, 본문, 비밀일 수 있는 값은 들어가지 않습니다</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Copy the requests as text</source>
        <translation>요청을 텍스트로 복사</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Copied %1 requests</source>
        <translation>요청 %1개를 복사했습니다</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>초당 요청 %1</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>진행 중 %1</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>총 %1</translation>
    </message>
    <message>
        <source>throttled (429): %1</source>
        <translation>제한됨(429): %1</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>받음 %1</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>보냄 %1</translation>
    </message>
    <message>
        <source>Requests are sent with your own rights, and only those that %1 may make as far as that is known.</source>
        <translation>요청은 본인의 권한으로 보내며, 알려진 한 %1이(가) 할 수 있는 요청만 보냅니다.</translation>
    </message>
    <message>
        <source>Each request carries: %1</source>
        <translation>모든 요청에 붙는 헤더: %1</translation>
    </message>
</context>
<context>
    <name>connection::RequestsModel</name>
    <message>
        <source>open</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>메서드</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>걸린 시간</translation>
    </message>
</context>
<context>
    <name>connection::WatchesModel</name>
    <message>
        <source>connecting</source>
        <translation>연결 중</translation>
    </message>
    <message>
        <source>listing</source>
        <translation>목록 받는 중</translation>
    </message>
    <message>
        <source>live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>asked now and then</source>
        <translation>가끔 다시 확인</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>갱신 안 됨</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>all</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>, kept for a minute</source>
        <translation>, 1분간 유지</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 전</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>감시 대상</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>재연결</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>마지막 수신</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message>
        <source>Enter or a double click tells why not.</source>
        <translation>Enter를 누르거나 두 번 클릭하면 이유를 설명합니다.</translation>
    </message>
</context>
<context>
    <name>detail</name>
    <message>
        <source>Details</source>
        <translation>세부 정보</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 in %3</source>
        <translation>%3의 %1 %2</translation>
    </message>
    <message>
        <source>Needed is the verb get on %1. Who manages access to this cluster can give it.</source>
        <translation>%1에 대한 get 권한이 필요합니다. 이 클러스터의 접근 권한을 관리하는 사람이 부여할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>%1: 읽지 못했습니다</translation>
    </message>
    <message>
        <source>Asking for %1</source>
        <translation>%1 요청 중</translation>
    </message>
    <message>
        <source>Stale since %1</source>
        <translation>%1 이후 갱신되지 않음</translation>
    </message>
    <message>
        <source>Deleted, seen at %1</source>
        <translation>삭제됨(%1에 확인)</translation>
    </message>
    <message>
        <source>There is no %1</source>
        <translation>%1: 존재하지 않습니다</translation>
    </message>
    <message>
        <source>You may not read %1</source>
        <translation>%1: 읽을 권한이 없습니다</translation>
    </message>
    <message>
        <source>This is its last state.</source>
        <translation>마지막 상태를 표시합니다.</translation>
    </message>
    <message>
        <source>It may have been deleted, or have another name.</source>
        <translation>삭제되었거나 이름이 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>연결되지 않음</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>연결 중</translation>
    </message>
    <message>
        <source>live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>asked every %1 s</source>
        <translation>%1초마다 확인</translation>
    </message>
    <message>
        <source>stale since %1</source>
        <translation>%1 이후 갱신 안 됨</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>삭제됨</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>찾을 수 없음</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>지금 시도</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>%1 모두 보기</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>신원</translation>
    </message>
    <message>
        <source>Known to the server as</source>
        <translation>서버가 아는 이름</translation>
    </message>
    <message>
        <source>Token mounted into pods</source>
        <translation>Pod에 토큰 마운트</translation>
    </message>
    <message>
        <source>yes, unless the pod says no</source>
        <translation>예(Pod에서 끄지 않은 경우)</translation>
    </message>
    <message>
        <source>no, unless the pod says yes</source>
        <translation>아니요(Pod에서 켜지 않은 경우)</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Pull secrets</source>
        <translation>이미지 풀 Secret</translation>
    </message>
    <message>
        <source>Gathered from cluster roles with</source>
        <translation>집계하는 ClusterRole</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Verbs</source>
        <translation>Verb</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>리소스</translation>
    </message>
    <message>
        <source>API groups</source>
        <translation>API 그룹</translation>
    </message>
    <message>
        <source>Only these names</source>
        <translation>다음 이름만</translation>
    </message>
    <message>
        <source>none: this role allows nothing</source>
        <translation>없음: 이 Role이 허용하는 것이 없습니다</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>부여하는 권한</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>In</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>the whole cluster</source>
        <translation>클러스터 전체</translation>
    </message>
    <message>
        <source>To</source>
        <translation>부여 대상</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>none: nobody gets it</source>
        <translation>없음: 아무에게도 부여되지 않습니다</translation>
    </message>
    <message>
        <source>Spec</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>바이너리</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Immutable</source>
        <translation>변경 불가</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 전</translation>
    </message>
    <message>
        <source>running, ready</source>
        <translation>실행 중, 준비됨</translation>
    </message>
    <message>
        <source>running, not ready</source>
        <translation>실행 중, 준비 안 됨</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1 동안</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>waiting: %1</source>
        <translation>대기 중: %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Last state</source>
        <translation>이전 상태</translation>
    </message>
    <message>
        <source>Last words</source>
        <translation>종료 메시지</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>재시작</translation>
    </message>
    <message>
        <source>on the node: %1</source>
        <translation>노드 포트: %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>제한 %1</translation>
    </message>
    <message>
        <source>%1 requested, no limit</source>
        <translation>요청 %1, 제한 없음</translation>
    </message>
    <message>
        <source>%1 requested, limit %2</source>
        <translation>요청 %1, 제한 %2</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>from Secret %1, key %2</source>
        <translation>Secret %1의 키 %2</translation>
    </message>
    <message>
        <source>from ConfigMap %1, key %2</source>
        <translation>ConfigMap %1의 키 %2</translation>
    </message>
    <message>
        <source>from the pod&apos;s field %1</source>
        <translation>Pod의 필드 %1</translation>
    </message>
    <message>
        <source>from the container&apos;s resource %1</source>
        <translation>컨테이너의 리소스 %1</translation>
    </message>
    <message>
        <source>all keys of Secret %1</source>
        <translation>Secret %1의 모든 키</translation>
    </message>
    <message>
        <source>all keys of ConfigMap %1</source>
        <translation>ConfigMap %1의 모든 키</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경 변수</translation>
    </message>
    <message>
        <source>Liveness</source>
        <translation>Liveness 프로브</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Readiness 프로브</translation>
    </message>
    <message>
        <source>Startup</source>
        <translation>Startup 프로브</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>%1초마다</translation>
    </message>
    <message>
        <source>from volume %1</source>
        <translation>볼륨 %1</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>읽기 전용</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>인수</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>마운트</translation>
    </message>
    <message>
        <source>Container %1</source>
        <translation>컨테이너 %1</translation>
    </message>
    <message>
        <source>Init container %1</source>
        <translation>초기화 컨테이너 %1</translation>
    </message>
    <message>
        <source>Debug container %1</source>
        <translation>디버그 컨테이너 %1</translation>
    </message>
    <message>
        <source>exit code %1 (it ended as it should)</source>
        <translation>종료 코드 %1(정상 종료)</translation>
    </message>
    <message>
        <source>exit code %1 (the program reported an error)</source>
        <translation>종료 코드 %1(프로그램이 오류를 보고함)</translation>
    </message>
    <message>
        <source>exit code %1 (often: wrong arguments)</source>
        <translation>종료 코드 %1(흔히 잘못된 인수)</translation>
    </message>
    <message>
        <source>exit code %1 (the command cannot be executed)</source>
        <translation>종료 코드 %1(명령을 실행할 수 없음)</translation>
    </message>
    <message>
        <source>exit code %1 (the command was not found)</source>
        <translation>종료 코드 %1(명령을 찾을 수 없음)</translation>
    </message>
    <message>
        <source>exit code %1 (the container could not be started)</source>
        <translation>종료 코드 %1(컨테이너를 시작할 수 없음)</translation>
    </message>
    <message>
        <source>exit code %1 (interrupted, signal INT)</source>
        <translation>종료 코드 %1(중단됨, 신호 INT)</translation>
    </message>
    <message>
        <source>exit code %1 (illegal instruction, signal ILL)</source>
        <translation>종료 코드 %1(잘못된 명령어, 신호 ILL)</translation>
    </message>
    <message>
        <source>exit code %1 (it gave up, signal ABRT)</source>
        <translation>종료 코드 %1(스스로 중단함, 신호 ABRT)</translation>
    </message>
    <message>
        <source>exit code %1 (arithmetic error, signal FPE)</source>
        <translation>종료 코드 %1(산술 오류, 신호 FPE)</translation>
    </message>
    <message>
        <source>exit code %1 (killed from outside, signal KILL)</source>
        <translation>종료 코드 %1(외부에서 강제 종료, 신호 KILL)</translation>
    </message>
    <message>
        <source>exit code %1 (wrong memory access, signal SEGV)</source>
        <translation>종료 코드 %1(잘못된 메모리 접근, 신호 SEGV)</translation>
    </message>
    <message>
        <source>exit code %1 (asked to end, signal TERM)</source>
        <translation>종료 코드 %1(종료 요청을 받음, 신호 TERM)</translation>
    </message>
    <message>
        <source>exit code %1 (it used more memory than its limit)</source>
        <translation>종료 코드 %1(메모리 제한을 초과함)</translation>
    </message>
    <message>
        <source>exit code %1 (ended by signal %2)</source>
        <translation>종료 코드 %1(신호 %2로 종료됨)</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>종료 코드 %1</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>소속</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>소유자</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>Finalizers</source>
        <translation>Finalizer</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>세대(generation)</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>오브젝트</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotation</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>경과</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>대상 포트</translation>
    </message>
    <message>
        <source>Node port</source>
        <translation>노드 포트</translation>
    </message>
    <message>
        <source>the controller&apos;s own</source>
        <translation>컨트롤러의 기본 인증서</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>보낼 곳</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>External name</source>
        <translation>외부 이름</translation>
    </message>
    <message>
        <source>External addresses</source>
        <translation>외부 주소</translation>
    </message>
    <message>
        <source>Selector</source>
        <translation>Selector</translation>
    </message>
    <message>
        <source>Session affinity</source>
        <translation>세션 어피니티</translation>
    </message>
    <message>
        <source>Traffic policy</source>
        <translation>트래픽 정책</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Load balancer</source>
        <translation>로드 밸런서</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Ingress</source>
        <translation>Ingress</translation>
    </message>
    <message>
        <source>Everything else goes to</source>
        <translation>그 외 요청을 보낼 곳</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>인증서</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>리소스</translation>
    </message>
    <message>
        <source>For pods</source>
        <translation>Pod 할당 가능</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Kubelet</source>
        <translation>kubelet</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>운영 체제</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>아키텍처</translation>
    </message>
    <message>
        <source>Container runtime</source>
        <translation>컨테이너 런타임</translation>
    </message>
    <message>
        <source>Pod addresses</source>
        <translation>Pod 주소</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>제공자</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>머신</translation>
    </message>
    <message>
        <source>Taints</source>
        <translation>Taint</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>for %1 s</source>
        <translation>%1초 동안</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Nominated node</source>
        <translation>예정 노드</translation>
    </message>
    <message>
        <source>Node selector</source>
        <translation>노드 Selector</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>우선순위</translation>
    </message>
    <message>
        <source>Priority class</source>
        <translation>PriorityClass</translation>
    </message>
    <message>
        <source>Runtime class</source>
        <translation>RuntimeClass</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Scheduling gates</source>
        <translation>스케줄링 게이트</translation>
    </message>
    <message>
        <source>Tolerations</source>
        <translation>Toleration</translation>
    </message>
    <message>
        <source>ServiceAccount</source>
        <translation>ServiceAccount</translation>
    </message>
    <message>
        <source>Token mounted</source>
        <translation>토큰 마운트</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Quality of service</source>
        <translation>서비스 품질(QoS)</translation>
    </message>
    <message>
        <source>Restart policy</source>
        <translation>재시작 정책</translation>
    </message>
    <message>
        <source>Grace period</source>
        <translation>종료 유예 시간</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>실행 주체</translation>
    </message>
    <message>
        <source>Pod address</source>
        <translation>Pod 주소</translation>
    </message>
    <message>
        <source>Node address</source>
        <translation>노드 주소</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>볼륨</translation>
    </message>
    <message>
        <source>Storage class</source>
        <translation>StorageClass</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Access modes</source>
        <translation>접근 모드</translation>
    </message>
    <message>
        <source>Volume mode</source>
        <translation>볼륨 모드</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>클레임</translation>
    </message>
    <message>
        <source>When released</source>
        <translation>해제 시</translation>
    </message>
    <message>
        <source>Folder of the node</source>
        <translation>노드의 폴더</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>드라이버</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>핸들</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>대기 대상</translation>
    </message>
    <message>
        <source>token of the ServiceAccount, good for %1 s</source>
        <translation>ServiceAccount의 토큰, %1초 동안 유효</translation>
    </message>
    <message>
        <source>fields of the pod (Downward API)</source>
        <translation>Pod의 필드(Downward API)</translation>
    </message>
    <message>
        <source>folder of the node: %1</source>
        <translation>노드의 폴더: %1</translation>
    </message>
    <message>
        <source>empty folder, gone with the pod</source>
        <translation>빈 폴더, Pod와 함께 사라짐</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>볼륨</translation>
    </message>
    <message>
        <source>Pods run as</source>
        <translation>Pod 실행 방식</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>원하는 수</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>최신</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>사용 가능</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>사용 불가</translation>
    </message>
    <message>
        <source>On wrong nodes</source>
        <translation>잘못된 노드에 있음</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 중지</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>May be missing</source>
        <translation>부족 허용</translation>
    </message>
    <message>
        <source>May be more</source>
        <translation>초과 허용</translation>
    </message>
    <message>
        <source>Old versions kept</source>
        <translation>보관하는 이전 버전</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>레플리카</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>롤아웃</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>When runs overlap</source>
        <translation>실행이 겹칠 때</translation>
    </message>
    <message>
        <source>Last started</source>
        <translation>마지막 시작</translation>
    </message>
    <message>
        <source>Last succeeded</source>
        <translation>마지막 성공</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>성공</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Completions wanted</source>
        <translation>원하는 완료 수</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>동시 실행 수</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>재시도 한도</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>시간 제한</translation>
    </message>
    <message>
        <source>Removed after</source>
        <translation>완료 후 제거까지</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>going away</source>
        <translation>사라지는 중</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>준비되지 않음</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>엔드포인트</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>none: no pod that is running fits the selector</source>
        <translation>없음: 셀렉터에 맞는 실행 중인 Pod가 없습니다</translation>
    </message>
    <message>
        <source>not known: %1</source>
        <translation>알 수 없음: %1</translation>
    </message>
    <message>
        <source>Owners above</source>
        <translation>상위 소유자</translation>
    </message>
    <message>
        <source>%1 (%2 ago)</source>
        <translation>%1 (%2 전)</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>주체</translation>
    </message>
    <message>
        <source>Ends with the pod</source>
        <translation>이 Pod와 함께 만료</translation>
    </message>
    <message>
        <source>Ends with the secret</source>
        <translation>이 Secret과 함께 만료</translation>
    </message>
    <message>
        <source>What the token says</source>
        <translation>토큰의 내용</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>none yet, or none that can be read</source>
        <translation>아직 없거나 읽을 수 없음</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>발급자</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>대상(audience)</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발급</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>만료</translation>
    </message>
    <message>
        <source>never: whoever has it keeps it until the secret is deleted</source>
        <translation>만료 없음: Secret을 지울 때까지 가진 사람은 계속 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>인증서</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>never</source>
        <translation>만료 없음</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>%1 ready</source>
        <translation>%1 준비됨</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>리비전</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>나이</translation>
    </message>
    <message>
        <source>Related objects</source>
        <translation>관련 오브젝트</translation>
    </message>
    <message>
        <source>ReplicaSets</source>
        <translation>ReplicaSet</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Autoscaler</source>
        <translation>오토스케일러</translation>
    </message>
    <message>
        <source>Disruption budget</source>
        <translation>중단 예산(PDB)</translation>
    </message>
    <message>
        <source>Network policies</source>
        <translation>NetworkPolicy</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>클레임</translation>
    </message>
    <message>
        <source>EndpointSlices</source>
        <translation>EndpointSlice</translation>
    </message>
    <message>
        <source>Ingresses</source>
        <translation>Ingress</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>StatefulSets</source>
        <translation>StatefulSet</translation>
    </message>
    <message>
        <source>DaemonSets</source>
        <translation>DaemonSet</translation>
    </message>
    <message>
        <source>More</source>
        <translation>그 외</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>마지막 변경</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>스케일 대상</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1개 더</translation>
    </message>
    <message>
        <source>Only objects of the same cluster are compared</source>
        <translation>같은 클러스터의 오브젝트끼리만 비교합니다</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Too much to be told here: the YAML has it</source>
        <translation>여기에 표시하기에는 너무 많습니다. YAML에 있습니다</translation>
    </message>
    <message>
        <source>not up to date: %1</source>
        <translation>최신이 아님: %1</translation>
    </message>
    <message>
        <source>HTTP methods</source>
        <translation>HTTP 메서드</translation>
    </message>
    <message>
        <source>RoleBindings</source>
        <translation>RoleBinding</translation>
    </message>
    <message>
        <source>ClusterRoleBindings</source>
        <translation>ClusterRoleBinding</translation>
    </message>
    <message>
        <source>Gathers the rules of</source>
        <translation>규칙을 집계해 오는 ClusterRole</translation>
    </message>
    <message>
        <source>Its rules go into</source>
        <translation>규칙이 집계되는 ClusterRole</translation>
    </message>
    <message>
        <source>ClusterRoleBindings of the same role</source>
        <translation>같은 Role의 ClusterRoleBinding</translation>
    </message>
    <message>
        <source>RoleBindings of the same role</source>
        <translation>같은 Role의 RoleBinding</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>왜 안 되나요?</translation>
    </message>
    <message>
        <source>A list of rules for one namespace. Rules only allow and add up: there is none that forbids. It gives nothing until a binding names it.</source>
        <translation>한 네임스페이스의 규칙 목록입니다. 규칙은 허용만 하고 더해질 뿐, 금지하는 규칙은 없습니다. 바인딩이 지정하기 전에는 아무것도 주지 않습니다.</translation>
    </message>
    <message>
        <source>A list of rules without a namespace. A ClusterRoleBinding gives it everywhere, a RoleBinding in one namespace.</source>
        <translation>네임스페이스가 없는 규칙 목록입니다. ClusterRoleBinding은 모든 곳에서, RoleBinding은 한 네임스페이스에서 이 규칙을 줍니다.</translation>
    </message>
    <message>
        <source>Gives the rules of one Role or ClusterRole to its subjects, in its own namespace only. Its role can never be changed, only replaced.</source>
        <translation>Role이나 ClusterRole 하나의 규칙을 자기 네임스페이스 안에서만 주체에게 줍니다. 역할은 바꿀 수 없고 바인딩을 새로 만들어야 합니다.</translation>
    </message>
    <message>
        <source>Gives the rules of one ClusterRole to its subjects in every namespace, and for what belongs to no namespace.</source>
        <translation>ClusterRole 하나의 규칙을 모든 네임스페이스와, 네임스페이스에 속하지 않는 대상에 대해 주체에게 줍니다.</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>용어 설명</translation>
    </message>
    <message>
        <source>Aggregation</source>
        <translation>집계</translation>
    </message>
    <message>
        <source>A controller fills in the rules of all ClusterRoles with these labels. Rules written by hand are replaced.</source>
        <translation>컨트롤러가 이 레이블이 있는 모든 ClusterRole의 규칙을 채웁니다. 직접 쓴 규칙은 덮어씁니다.</translation>
    </message>
    <message>
        <source>none of its own</source>
        <translation>자체 메서드 없음</translation>
    </message>
    <message>
        <source>How a verb looks in a request. Verbs without one of their own, such as impersonate, bind, escalate and use, are asked about by the server while it handles another request.</source>
        <translation>요청에서 동사에 해당하는 HTTP 메서드입니다. impersonate, bind, escalate, use처럼 자체 메서드가 없는 동사는 서버가 다른 요청을 처리하면서 확인합니다.</translation>
    </message>
    <message>
        <source>Whom a binding gives something: a ServiceAccount, a user or a group. Users and groups are no objects, only names that a certificate, a token or a proxy brings.</source>
        <translation>바인딩이 권한을 주는 대상으로 ServiceAccount나 사용자 또는 그룹입니다. 사용자와 그룹은 오브젝트가 아니라 인증서나 토큰, 프록시가 알려 주는 이름입니다.</translation>
    </message>
    <message>
        <source>from a file in volume %1, key %2</source>
        <translation>볼륨 %1의 파일, 키 %2</translation>
    </message>
    <message>
        <source>each behind %1</source>
        <translation>이름 앞에 %1</translation>
    </message>
    <message>
        <source>if it is there</source>
        <translation>있는 경우에만</translation>
    </message>
    <message>
        <source>%1 variables in the order in which the kubelet sets them, and %2 of Services</source>
        <translation>kubelet이 설정하는 순서의 변수 %1개, Service 변수 %2개</translation>
    </message>
    <message>
        <source>the container does not run: what it would get now</source>
        <translation>컨테이너가 실행 중이 아닙니다: 지금 시작하면 받을 값입니다</translation>
    </message>
    <message>
        <source>Compare with the container</source>
        <translation>컨테이너와 비교</translation>
    </message>
    <message>
        <source>not compared with the container: this cluster is read-only here, and exec runs a command in it</source>
        <translation>컨테이너와 비교하지 않음: 이 클러스터는 여기서 읽기 전용이고, exec는 컨테이너에서 명령을 실행합니다</translation>
    </message>
    <message>
        <source>not compared with the container: nothing is run while one looks as somebody else</source>
        <translation>컨테이너와 비교하지 않음: 다른 주체로 보는 동안에는 아무것도 실행하지 않습니다</translation>
    </message>
    <message>
        <source>not compared with the container: that needs get and create of pods/exec. %1</source>
        <translation>컨테이너와 비교하지 않음: pods/exec의 get과 create 권한이 필요합니다. %1</translation>
    </message>
    <message>
        <source>asking the container</source>
        <translation>컨테이너에 묻는 중</translation>
    </message>
    <message>
        <source>the container did not say: %1</source>
        <translation>컨테이너가 답하지 않았습니다: %1</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>다시 비교</translation>
    </message>
    <message>
        <source>compared with the container</source>
        <translation>컨테이너와 비교함</translation>
    </message>
    <message>
        <source>a start would fail now, %1: %2</source>
        <translation>지금 시작하면 실패합니다, %1: %2</translation>
    </message>
    <message>
        <source>Services could not be read: %1</source>
        <translation>Service를 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Secrets that were not read: %1</source>
        <translation>읽지 않은 Secret: %1</translation>
    </message>
    <message>
        <source>Read their values</source>
        <translation>값 읽기</translation>
    </message>
    <message>
        <source>what the image and the runtime set, such as PATH, is known by comparing only</source>
        <translation>PATH처럼 이미지와 런타임이 설정하는 값은 비교해야만 알 수 있습니다</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>From</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Since the start</source>
        <translation>시작 이후</translation>
    </message>
    <message>
        <source>Environment of %1</source>
        <translation>%1의 환경 변수</translation>
    </message>
    <message>
        <source>Service variables of %1</source>
        <translation>%1의 Service 변수</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>읽지 않음</translation>
    </message>
    <message>
        <source>not set: the kubelet of this node leaves out such a name</source>
        <translation>설정되지 않음: 이 노드의 kubelet은 이런 이름을 제외합니다</translation>
    </message>
    <message>
        <source>not known: the node may tell it</source>
        <translation>알 수 없음: 노드 정보가 있어야 합니다</translation>
    </message>
    <message>
        <source>in a file that the pod writes</source>
        <translation>Pod가 쓰는 파일에 있음</translation>
    </message>
    <message>
        <source>all its keys</source>
        <translation>모든 키</translation>
    </message>
    <message>
        <source>written in the pod</source>
        <translation>Pod에 직접 지정</translation>
    </message>
    <message>
        <source>the pod&apos;s field</source>
        <translation>Pod의 필드</translation>
    </message>
    <message>
        <source>the container&apos;s resource</source>
        <translation>컨테이너의 리소스</translation>
    </message>
    <message>
        <source>a file in volume %1</source>
        <translation>볼륨 %1의 파일</translation>
    </message>
    <message>
        <source>the image, the runtime, or a source that is gone</source>
        <translation>이미지, 런타임, 또는 사라진 출처</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>참조 치환됨</translation>
    </message>
    <message>
        <source>overrides an earlier entry</source>
        <translation>앞의 항목을 덮어씀</translation>
    </message>
    <message>
        <source>overrides %1</source>
        <translation>%1 덮어씀</translation>
    </message>
    <message>
        <source>the container has</source>
        <translation>컨테이너의 값</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>바뀌지 않음</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>the container has none</source>
        <translation>컨테이너에는 없음</translation>
    </message>
    <message>
        <source>made after the start</source>
        <translation>시작 이후에 생성됨</translation>
    </message>
    <message>
        <source>could not be read: %1</source>
        <translation>읽을 수 없음: %1</translation>
    </message>
    <message>
        <source>not known: it is made of what is not known</source>
        <translation>알 수 없음: 알 수 없는 값으로 만들어집니다</translation>
    </message>
    <message>
        <source>not known: its source could not be read</source>
        <translation>알 수 없음: 출처를 읽을 수 없습니다</translation>
    </message>
</context>
<context>
    <name>detail::CellView</name>
    <message>
        <source>Show all %1</source>
        <translation>%1개 모두 보기</translation>
    </message>
    <message>
        <source>Show all %1 of %2</source>
        <translation>%2 %1개 모두 보기</translation>
    </message>
</context>
<context>
    <name>detail::CompareTab</name>
    <message>
        <source>What the server writes</source>
        <translation>서버가 쓰는 값</translation>
    </message>
    <message>
        <source>Equal lines</source>
        <translation>같은 줄</translation>
    </message>
    <message>
        <source>Last applied</source>
        <translation>마지막 적용</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Another object…</source>
        <translation>다른 오브젝트…</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Versions, times, managed fields and status, and the fields that nobody wrote but the server filled in</source>
        <translation>버전, 시각, 관리 필드, 상태, 그리고 아무도 쓰지 않아 서버가 채운 필드</translation>
    </message>
    <message>
        <source>Also the lines in which they do not differ</source>
        <translation>차이가 없는 줄도 표시</translation>
    </message>
    <message>
        <source>Compare with what kubectl apply was last given</source>
        <translation>kubectl apply로 마지막에 적용한 내용과 비교</translation>
    </message>
    <message>
        <source>Compare with another object of this cluster</source>
        <translation>이 클러스터의 다른 오브젝트와 비교</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>다음 차이</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>이전 차이</translation>
    </message>
    <message>
        <source>Compare with another object…</source>
        <translation>다른 오브젝트와 비교…</translation>
    </message>
    <message>
        <source>Compare with what was last applied</source>
        <translation>마지막으로 적용한 내용과 비교</translation>
    </message>
    <message>
        <source>It is shown</source>
        <translation>이미 표시 중입니다</translation>
    </message>
    <message>
        <source>− %1   + %2</source>
        <translation>− %1   + %2</translation>
    </message>
    <message>
        <source>− last applied   + now</source>
        <translation>− 마지막 적용   + 현재</translation>
    </message>
    <message>
        <source>kubectl apply was never given it: there is no last applied configuration.</source>
        <translation>kubectl apply로 적용한 적이 없어 마지막 적용 구성이 없습니다.</translation>
    </message>
    <message>
        <source>They do not differ</source>
        <translation>차이가 없습니다</translation>
    </message>
    <message>
        <source>Differences: %1</source>
        <translation>차이 %1개</translation>
    </message>
    <message>
        <source>Difference %1 of %2</source>
        <translation>차이 %1/%2</translation>
    </message>
</context>
<context>
    <name>detail::EventsModel</name>
    <message>
        <source>(about an earlier one of this name) %1</source>
        <translation>(같은 이름의 이전 오브젝트) %1</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>From</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1, %2 events, %3</source>
        <translation>%1, 이벤트 %2개, %3</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>펼침</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>접힘</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>대상</translation>
    </message>
</context>
<context>
    <name>detail::EventsTab</name>
    <message>
        <source>Events</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Stale since %1</source>
        <translation>%1 이후 갱신되지 않음</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>지금 시도</translation>
    </message>
    <message>
        <source>Needed are the verbs list and watch on events. Who manages access to this cluster can give them.</source>
        <translation>events에 대한 list와 watch 권한이 필요합니다. 이 클러스터의 접근 권한을 관리하는 사람이 부여할 수 있습니다.</translation>
    </message>
    <message>
        <source>You may not read events here</source>
        <translation>여기에서는 이벤트를 읽을 권한이 없습니다</translation>
    </message>
    <message>
        <source>The events could not be read</source>
        <translation>이벤트를 읽지 못했습니다</translation>
    </message>
    <message>
        <source>Asking for events</source>
        <translation>이벤트 요청 중</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>이벤트 없음</translation>
    </message>
    <message>
        <source>The server keeps events for a while only, one hour if nobody changed it. Those it still has are not about this object.</source>
        <translation>서버는 이벤트를 일정 시간만 보관하며, 기본값은 한 시간입니다. 남아 있는 이벤트 중 이 오브젝트에 관한 것은 없습니다.</translation>
    </message>
    <message>
        <source>Alike together</source>
        <translation>비슷한 것끼리</translation>
    </message>
    <message>
        <source>Events with the same reason and message stand in one row, which opens to each of them</source>
        <translation>이유와 메시지가 같은 이벤트를 한 줄로 모읍니다. 펼치면 하나씩 볼 수 있습니다</translation>
    </message>
    <message>
        <source>Warnings first</source>
        <translation>경고 먼저</translation>
    </message>
    <message>
        <source>Events: %1, of %2 causes</source>
        <translation>이벤트 %1개, 원인 %2가지</translation>
    </message>
    <message>
        <source>Events: %1</source>
        <translation>이벤트 %1개</translation>
    </message>
    <message>
        <source>(of this object and of %1 that belong to it)</source>
        <translation>(이 오브젝트와 여기에 속한 %1개의 이벤트)</translation>
    </message>
    <message>
        <source>Not all of them are known: %1</source>
        <translation>모두 알 수는 없습니다: %1</translation>
    </message>
    <message>
        <source>The server keeps events for a while only, one hour if nobody changed it. Those it still has are neither about this object nor about what belongs to it.</source>
        <translation>서버는 이벤트를 일정 시간만 보관하며, 기본값은 한 시간입니다. 남아 있는 이벤트 중 이 오브젝트나 여기에 속한 것에 관한 것은 없습니다.</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>왜 안 되나요?</translation>
    </message>
</context>
<context>
    <name>detail::FieldNote</name>
    <message>
        <source>required</source>
        <translation>필수</translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation>다음 중 하나: %1</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>기본값: %1</translation>
    </message>
    <message>
        <source>items are told apart by: %1</source>
        <translation>항목 구분 기준: %1</translation>
    </message>
    <message>
        <source>other fields are kept</source>
        <translation>다른 필드도 보존됨</translation>
    </message>
    <message>
        <source>The schema does not describe it.</source>
        <translation>스키마에 설명이 없습니다.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Close the description</source>
        <translation>설명 닫기</translation>
    </message>
    <message>
        <source>Description of the field</source>
        <translation>필드 설명</translation>
    </message>
    <message>
        <source>The schema says nothing of this field.</source>
        <translation>스키마에 이 필드에 대한 내용이 없습니다.</translation>
    </message>
    <message>
        <source>The server does not tell its schema: %1</source>
        <translation>서버가 스키마를 알려 주지 않습니다: %1</translation>
    </message>
</context>
<context>
    <name>detail::FindBar</name>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>이 텍스트에서 찾기</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1개 이상</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>찾을 수 없음</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1개 찾음</translation>
    </message>
</context>
<context>
    <name>detail::FoldedText</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 복사</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>Show all (%1)</source>
        <translation>모두 보기(%1)</translation>
    </message>
    <message>
        <source>Show less of %1</source>
        <translation>%1 접기</translation>
    </message>
    <message>
        <source>Show all of %1</source>
        <translation>%1 모두 보기</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1: 복사했습니다</translation>
    </message>
</context>
<context>
    <name>detail::NoticeView</name>
    <message>
        <source>message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>복사: %1</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>복사함: %1</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>왜 안 되나요?</translation>
    </message>
</context>
<context>
    <name>detail::ObjectPage</name>
    <message>
        <source>Views of this object</source>
        <translation>이 오브젝트의 보기</translation>
    </message>
    <message>
        <source>%1 ready</source>
        <translation>%1 준비됨</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>보기: %1</translation>
    </message>
    <message>
        <source>It is shown</source>
        <translation>이미 보고 있습니다</translation>
    </message>
</context>
<context>
    <name>detail::PrintedColumns</name>
    <message>
        <source>In short</source>
        <translation>요약</translation>
    </message>
</context>
<context>
    <name>detail::SecretText</name>
    <message>
        <source>hidden value of %1</source>
        <translation>%1의 숨긴 값</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the value of %1</source>
        <translation>%1의 값 복사</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Hide the value of %1</source>
        <translation>%1의 값 숨기기</translation>
    </message>
    <message>
        <source>Show the value of %1</source>
        <translation>%1의 값 보기</translation>
    </message>
    <message>
        <source>Copied the value of %1; it leaves the clipboard in %2 s</source>
        <translation>%1의 값을 복사했습니다. %2초 뒤 클립보드에서 지워집니다</translation>
    </message>
</context>
<context>
    <name>detail::SectionView</name>
    <message>
        <source>Show all %1</source>
        <translation>%1개 모두 보기</translation>
    </message>
    <message>
        <source>Show all %1 of %2</source>
        <translation>%2 %1개 모두 보기</translation>
    </message>
</context>
<context>
    <name>detail::SelectedObject</name>
    <message>
        <source>Selected object</source>
        <translation>선택한 오브젝트</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>선택한 항목이 없습니다</translation>
    </message>
    <message>
        <source>The row you choose is told here in short.</source>
        <translation>선택한 행의 요약이 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Contents stay on the server</source>
        <translation>내용은 서버에 남아 있습니다</translation>
    </message>
    <message>
        <source>They are asked for when you open the object.</source>
        <translation>오브젝트를 열 때만 내용을 요청합니다.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>%1 ready</source>
        <translation>%1 준비됨</translation>
    </message>
    <message>
        <source>kubectl</source>
        <translation>kubectl</translation>
    </message>
    <message>
        <source>API call</source>
        <translation>API 호출</translation>
    </message>
    <message>
        <source>Copy the kubectl command of this object</source>
        <translation>이 오브젝트의 kubectl 명령 복사</translation>
    </message>
    <message>
        <source>Copy the API call of this object</source>
        <translation>이 오브젝트의 API 호출 복사</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1: 복사했습니다</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 복사</translation>
    </message>
</context>
<context>
    <name>detail::SummaryView</name>
    <message>
        <source>Details</source>
        <translation>세부 정보</translation>
    </message>
</context>
<context>
    <name>detail::YamlTab</name>
    <message>
        <source>Secret values</source>
        <translation>Secret 값</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Copy the whole YAML</source>
        <translation>YAML 전체 복사</translation>
    </message>
    <message>
        <source>Long lines are cut here (%1); Copy takes all</source>
        <translation>긴 줄은 잘라서 표시합니다(%1). 복사하면 전체가 복사됩니다</translation>
    </message>
    <message>
        <source>Copied the YAML of %1</source>
        <translation>%1의 YAML을 복사했습니다</translation>
    </message>
    <message>
        <source>Find in the YAML</source>
        <translation>YAML에서 찾기</translation>
    </message>
    <message>
        <source>Copy the YAML</source>
        <translation>YAML 복사</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>모두 접기</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>모두 펼치기</translation>
    </message>
    <message>
        <source>/ in the text; - folds what the cursor is in</source>
        <translation>텍스트에서 / 키. - 키는 커서가 있는 부분을 접습니다</translation>
    </message>
    <message>
        <source>* in the text; + unfolds the line of the cursor</source>
        <translation>텍스트에서 * 키. + 키는 커서가 있는 줄을 펼칩니다</translation>
    </message>
    <message>
        <source>What the server&apos;s schema says of the field at the cursor (%1)</source>
        <translation>커서가 있는 필드에 대한 서버 스키마의 설명(%1)</translation>
    </message>
    <message>
        <source>Describe the field at the cursor</source>
        <translation>커서가 있는 필드 설명</translation>
    </message>
    <message>
        <source>Fold what the cursor is in</source>
        <translation>커서가 있는 부분 접기</translation>
    </message>
    <message>
        <source>Unfold the line of the cursor</source>
        <translation>커서가 있는 줄 펼치기</translation>
    </message>
</context>
<context>
    <name>detail::YamlView</name>
    <message numerus="yes">
        <source>… %n lines</source>
        <translation>
            <numerusform>… %n줄</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis</name>
    <message>
        <source>for %1</source>
        <translation>%1 동안</translation>
    </message>
    <message>
        <source>last %1 ago</source>
        <translation>마지막 %1 전</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 전</translation>
    </message>
    <message>
        <source>ran for %1 s</source>
        <translation>%1초 실행</translation>
    </message>
    <message>
        <source>kubernetes.io/pvc-protection goes when no pod uses the claim any more.</source>
        <translation>kubernetes.io/pvc-protection은 어떤 Pod도 클레임을 쓰지 않으면 없어집니다.</translation>
    </message>
    <message>
        <source>kubernetes.io/pv-protection goes when no claim is bound to the volume any more.</source>
        <translation>kubernetes.io/pv-protection은 볼륨에 바인딩된 클레임이 없으면 없어집니다.</translation>
    </message>
    <message>
        <source>foregroundDeletion goes when everything that it owns is gone.</source>
        <translation>foregroundDeletion은 소유한 것이 모두 없어지면 없어집니다.</translation>
    </message>
    <message>
        <source>batch.kubernetes.io/job-tracking goes when the Job controller has counted the pod.</source>
        <translation>batch.kubernetes.io/job-tracking은 Job 컨트롤러가 Pod를 세고 나면 없어집니다.</translation>
    </message>
    <message>
        <source>service.kubernetes.io/load-balancer-cleanup goes when the load balancer is taken down.</source>
        <translation>service.kubernetes.io/load-balancer-cleanup은 로드 밸런서가 정리되면 없어집니다.</translation>
    </message>
    <message>
        <source>external-attacher goes when the volume is detached from its node.</source>
        <translation>external-attacher는 볼륨이 노드에서 분리되면 없어집니다.</translation>
    </message>
    <message>
        <source>It was to be gone %1 ago.</source>
        <translation>%1 전에 없어졌어야 합니다.</translation>
    </message>
    <message>
        <source>Finalizers hold objects in it: %1.</source>
        <translation>안의 오브젝트를 finalizer가 붙들고 있습니다: %1.</translation>
    </message>
    <message>
        <source>Still in it: %1.</source>
        <translation>아직 남아 있는 것: %1.</translation>
    </message>
    <message>
        <source>The server cannot tell all kinds, so it does not know what is in the namespace: %1.</source>
        <translation>서버가 모든 종류를 알 수 없어 네임스페이스에 무엇이 있는지 모릅니다: %1.</translation>
    </message>
    <message>
        <source>Deleting what is in it failed: %1.</source>
        <translation>안에 있는 것을 삭제하지 못했습니다: %1.</translation>
    </message>
    <message>
        <source>The namespace cannot be deleted yet: something holds it.</source>
        <translation>아직 네임스페이스를 삭제할 수 없습니다. 무언가가 붙들고 있습니다.</translation>
    </message>
    <message>
        <source>Find the API service that is not available:</source>
        <translation>사용할 수 없는 API 서비스를 찾으세요:</translation>
    </message>
    <message>
        <source>Find the objects that are left; the controller of their finalizers must do its work, or somebody must take the finalizers away:</source>
        <translation>남은 오브젝트를 찾으세요. finalizer를 맡은 컨트롤러가 일을 마치거나, 누군가 finalizer를 지워야 합니다:</translation>
    </message>
    <message>
        <source>The object is to be deleted, but finalizers hold it.</source>
        <translation>삭제될 오브젝트이지만 finalizer가 붙들고 있습니다.</translation>
    </message>
    <message>
        <source>This object is being deleted.</source>
        <translation>이 오브젝트는 삭제되는 중입니다.</translation>
    </message>
    <message>
        <source>It goes when these finalizers are done: %1.</source>
        <translation>다음 finalizer가 끝나면 없어집니다: %1.</translation>
    </message>
    <message>
        <source>The controller that set the finalizer must do its work and take it away; look whether it runs.</source>
        <translation>finalizer를 붙인 컨트롤러가 일을 마치고 지워야 합니다. 그 컨트롤러가 실행 중인지 확인하세요.</translation>
    </message>
    <message>
        <source>The pod does not go: its grace period is over.</source>
        <translation>Pod가 없어지지 않습니다. 유예 기간이 지났습니다.</translation>
    </message>
    <message>
        <source>Its node has not said that the containers ended.</source>
        <translation>컨테이너가 끝났다는 소식이 노드에서 오지 않았습니다.</translation>
    </message>
    <message>
        <source>Look at the node:</source>
        <translation>노드를 확인하세요:</translation>
    </message>
    <message>
        <source>When the node is gone for good, the pod can be removed without it:</source>
        <translation>노드가 아주 없어졌다면 노드 없이 Pod를 지울 수 있습니다:</translation>
    </message>
    <message>
        <source>It ended by itself with exit code %1, as if its work was done.</source>
        <translation>할 일을 마친 것처럼 종료 코드 %1로 스스로 끝났습니다.</translation>
    </message>
    <message>
        <source>Give it a command that stays, or run it as a Job.</source>
        <translation>계속 실행되는 명령을 주거나 Job으로 실행하세요.</translation>
    </message>
    <message>
        <source>Exit code %1: the program reported an error of its own.</source>
        <translation>종료 코드 %1: 프로그램이 스스로 오류를 알렸습니다.</translation>
    </message>
    <message>
        <source>Exit code %1: often a wrong argument or a wrong use of the shell.</source>
        <translation>종료 코드 %1: 흔히 잘못된 인수나 셸을 잘못 쓴 경우입니다.</translation>
    </message>
    <message>
        <source>Check the container&apos;s command and arguments.</source>
        <translation>컨테이너의 명령과 인수를 확인하세요.</translation>
    </message>
    <message>
        <source>Exit code %1: the command is there, but cannot be executed.</source>
        <translation>종료 코드 %1: 명령은 있지만 실행할 수 없습니다.</translation>
    </message>
    <message>
        <source>Make the file executable in the image, or name another command.</source>
        <translation>이미지에서 파일을 실행 가능하게 하거나 다른 명령을 쓰세요.</translation>
    </message>
    <message>
        <source>Exit code %1: the command was not found.</source>
        <translation>종료 코드 %1: 명령을 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>Correct the container&apos;s command, or use an image that has it.</source>
        <translation>컨테이너의 명령을 고치거나 그 명령이 있는 이미지를 쓰세요.</translation>
    </message>
    <message>
        <source>Exit code %1: it was interrupted (signal INT).</source>
        <translation>종료 코드 %1: 중단되었습니다(시그널 INT).</translation>
    </message>
    <message>
        <source>Exit code %1: an instruction that this processor does not have (signal ILL).</source>
        <translation>종료 코드 %1: 이 프로세서에 없는 명령어입니다(시그널 ILL).</translation>
    </message>
    <message>
        <source>Use an image for the architecture of this node.</source>
        <translation>이 노드의 아키텍처에 맞는 이미지를 쓰세요.</translation>
    </message>
    <message>
        <source>Exit code %1: the program gave up (signal ABRT).</source>
        <translation>종료 코드 %1: 프로그램이 스스로 중단했습니다(시그널 ABRT).</translation>
    </message>
    <message>
        <source>Exit code %1: it was killed (signal KILL), but not for its memory: it did not end within its grace period, or somebody killed it.</source>
        <translation>종료 코드 %1: 강제로 종료되었지만(시그널 KILL) 메모리 때문은 아닙니다. 유예 기간 안에 끝나지 않았거나 누군가 종료했습니다.</translation>
    </message>
    <message>
        <source>Let the program end on signal TERM, or raise terminationGracePeriodSeconds.</source>
        <translation>프로그램이 시그널 TERM에 끝나게 하거나 terminationGracePeriodSeconds를 늘리세요.</translation>
    </message>
    <message>
        <source>Exit code %1: the program touched memory that is not its own (signal SEGV).</source>
        <translation>종료 코드 %1: 프로그램이 자기 것이 아닌 메모리를 건드렸습니다(시그널 SEGV).</translation>
    </message>
    <message>
        <source>This is a fault of the program or of a library in its image.</source>
        <translation>프로그램이나 이미지 안 라이브러리의 결함입니다.</translation>
    </message>
    <message>
        <source>Exit code %1: it was asked to end and did (signal TERM).</source>
        <translation>종료 코드 %1: 끝내라는 요청을 받고 끝났습니다(시그널 TERM).</translation>
    </message>
    <message>
        <source>Exit code %1: it was ended by signal %2.</source>
        <translation>종료 코드 %1: 시그널 %2로 끝났습니다.</translation>
    </message>
    <message>
        <source>Exit code %1: the program&apos;s own, its documentation or its log says what it means.</source>
        <translation>종료 코드 %1: 프로그램이 정한 코드입니다. 뜻은 그 문서나 로그에 있습니다.</translation>
    </message>
    <message>
        <source>Init container %1 keeps failing, and the others wait for it.</source>
        <translation>초기화 컨테이너 %1이(가) 계속 실패해 나머지가 기다립니다.</translation>
    </message>
    <message>
        <source>Init container %1 failed, and the others wait for it.</source>
        <translation>초기화 컨테이너 %1이(가) 실패해 나머지가 기다립니다.</translation>
    </message>
    <message>
        <source>Container %1 ends again and again, although it is to stay.</source>
        <translation>컨테이너 %1이(가) 계속 실행되어야 하는데 자꾸 끝납니다.</translation>
    </message>
    <message>
        <source>Container %1 keeps failing.</source>
        <translation>컨테이너 %1이(가) 계속 실패합니다.</translation>
    </message>
    <message>
        <source>Container %1 failed.</source>
        <translation>컨테이너 %1이(가) 실패했습니다.</translation>
    </message>
    <message>
        <source>Container %1 was killed for its memory, and runs again.</source>
        <translation>컨테이너 %1이(가) 메모리 때문에 종료되었다가 다시 실행 중입니다.</translation>
    </message>
    <message>
        <source>Container %1 is killed because it runs out of memory.</source>
        <translation>컨테이너 %1이(가) 메모리가 부족해 종료됩니다.</translation>
    </message>
    <message>
        <source>It has no memory limit of its own: the node, or the pod as a whole, had no more.</source>
        <translation>자체 메모리 한도는 없습니다. 노드나 Pod 전체의 메모리가 더 없었습니다.</translation>
    </message>
    <message>
        <source>It wanted more than its limit of %1.</source>
        <translation>한도 %1보다 더 쓰려고 했습니다.</translation>
    </message>
    <message>
        <source>Give it a memory request, so that it comes to a node with room for it.</source>
        <translation>메모리 요청량을 정해 여유 있는 노드에 놓이게 하세요.</translation>
    </message>
    <message>
        <source>Raise resources.limits.memory, or find out what the program keeps.</source>
        <translation>resources.limits.memory를 늘리거나 프로그램이 무엇을 쌓아 두는지 알아보세요.</translation>
    </message>
    <message>
        <source>What it said last is in its log:</source>
        <translation>마지막에 남긴 말은 로그에 있습니다:</translation>
    </message>
    <message>
        <source>Container %1 runs, but was started again %2 times.</source>
        <translation>컨테이너 %1은(는) 실행 중이지만 %2번 다시 시작되었습니다.</translation>
    </message>
    <message>
        <source>The node does not know a registry of that name.</source>
        <translation>노드가 그런 이름의 레지스트리를 모릅니다.</translation>
    </message>
    <message>
        <source>Correct the name of the registry in the image, or the node&apos;s DNS.</source>
        <translation>이미지의 레지스트리 이름이나 노드의 DNS를 고치세요.</translation>
    </message>
    <message>
        <source>The registry gives no more images for now: its limit is reached.</source>
        <translation>레지스트리가 지금은 이미지를 더 주지 않습니다. 한도에 닿았습니다.</translation>
    </message>
    <message>
        <source>Wait, or pull as a signed-in user (imagePullSecrets) or from a mirror.</source>
        <translation>기다리거나, 로그인한 사용자로(imagePullSecrets) 또는 미러에서 가져오세요.</translation>
    </message>
    <message>
        <source>The image is not made for the processor of this node.</source>
        <translation>이미지가 이 노드의 프로세서용이 아닙니다.</translation>
    </message>
    <message>
        <source>Use an image for this architecture, or choose other nodes with a nodeSelector.</source>
        <translation>이 아키텍처용 이미지를 쓰거나 nodeSelector로 다른 노드를 고르세요.</translation>
    </message>
    <message>
        <source>The registry has no such image: its name or its tag is wrong.</source>
        <translation>레지스트리에 그런 이미지가 없습니다. 이름이나 태그가 틀렸습니다.</translation>
    </message>
    <message>
        <source>Correct the name or the tag of the image.</source>
        <translation>이미지의 이름이나 태그를 고치세요.</translation>
    </message>
    <message>
        <source>The registry refuses it: the image does not exist there, or it is private and nobody signed in.</source>
        <translation>레지스트리가 거부합니다. 이미지가 없거나, 비공개인데 로그인하지 않았습니다.</translation>
    </message>
    <message>
        <source>Name a Secret of type kubernetes.io/dockerconfigjson in imagePullSecrets of the pod or of its ServiceAccount.</source>
        <translation>Pod나 ServiceAccount의 imagePullSecrets에 kubernetes.io/dockerconfigjson 유형의 Secret을 적으세요.</translation>
    </message>
    <message>
        <source>The node does not trust the certificate of the registry.</source>
        <translation>노드가 레지스트리의 인증서를 신뢰하지 않습니다.</translation>
    </message>
    <message>
        <source>Give the node&apos;s container runtime the authority of the registry.</source>
        <translation>노드의 컨테이너 런타임에 레지스트리의 인증 기관을 알려 주세요.</translation>
    </message>
    <message>
        <source>The registry answers without TLS, which the node does not accept.</source>
        <translation>레지스트리가 TLS 없이 응답하는데 노드가 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>Let the registry use TLS, or allow it in the node&apos;s container runtime.</source>
        <translation>레지스트리가 TLS를 쓰게 하거나 노드의 컨테이너 런타임에서 허용하세요.</translation>
    </message>
    <message>
        <source>The disk of the node is full.</source>
        <translation>노드의 디스크가 가득 찼습니다.</translation>
    </message>
    <message>
        <source>Make room on the node.</source>
        <translation>노드에 공간을 만드세요.</translation>
    </message>
    <message>
        <source>The registry cannot be reached from the node.</source>
        <translation>노드에서 레지스트리에 닿을 수 없습니다.</translation>
    </message>
    <message>
        <source>Check the node&apos;s network, its proxy and the registry itself.</source>
        <translation>노드의 네트워크, 프록시, 레지스트리 자체를 확인하세요.</translation>
    </message>
    <message>
        <source>The image of container %1 is not on the node, and may not be pulled.</source>
        <translation>컨테이너 %1의 이미지가 노드에 없고, 가져오는 것도 허용되지 않습니다.</translation>
    </message>
    <message>
        <source>The image of container %1 cannot be pulled.</source>
        <translation>컨테이너 %1의 이미지를 가져올 수 없습니다.</translation>
    </message>
    <message>
        <source>Bring the image onto the node, or set imagePullPolicy to IfNotPresent.</source>
        <translation>이미지를 노드에 넣거나 imagePullPolicy를 IfNotPresent로 하세요.</translation>
    </message>
    <message>
        <source>The image of container %1 has a name that cannot be.</source>
        <translation>컨테이너 %1의 이미지 이름이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>Write it as registry/name:tag, in small letters and without spaces.</source>
        <translation>registry/name:tag 형식으로, 소문자로 공백 없이 쓰세요.</translation>
    </message>
    <message>
        <source>Its pods failed as often as backoffLimit allows.</source>
        <translation>Pod가 backoffLimit이 허용하는 만큼 실패했습니다.</translation>
    </message>
    <message>
        <source>Open a pod of it for the reason; a Job that failed is not tried again, make it anew.</source>
        <translation>이유는 그 Pod를 열어 보세요. 실패한 Job은 다시 시도되지 않으니 새로 만드세요.</translation>
    </message>
    <message>
        <source>It ran longer than activeDeadlineSeconds allows.</source>
        <translation>activeDeadlineSeconds가 허용하는 것보다 오래 실행되었습니다.</translation>
    </message>
    <message>
        <source>Raise activeDeadlineSeconds, or find out why it takes so long.</source>
        <translation>activeDeadlineSeconds를 늘리거나 왜 오래 걸리는지 알아보세요.</translation>
    </message>
    <message>
        <source>A pod ended in a way for which its podFailurePolicy gives up.</source>
        <translation>podFailurePolicy가 포기하도록 정한 방식으로 Pod가 끝났습니다.</translation>
    </message>
    <message>
        <source>Some of its indexes failed.</source>
        <translation>일부 인덱스가 실패했습니다.</translation>
    </message>
    <message>
        <source>The Job failed, and is not tried again.</source>
        <translation>Job이 실패했고 다시 시도되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 tries of this Job failed so far.</source>
        <translation>지금까지 이 Job의 시도 %1번이 실패했습니다.</translation>
    </message>
    <message>
        <source>The Job does not get on: its pods do not run.</source>
        <translation>Job이 진행되지 않습니다. Pod가 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>Open one of the pods: it says why.</source>
        <translation>Pod 하나를 열면 이유가 있습니다.</translation>
    </message>
    <message>
        <source>The CronJob is suspended: no Job is started.</source>
        <translation>CronJob이 중지되어 Job이 시작되지 않습니다.</translation>
    </message>
    <message>
        <source>The Job is suspended: no pod is started.</source>
        <translation>Job이 중지되어 Pod가 시작되지 않습니다.</translation>
    </message>
    <message>
        <source>The schedule cannot be read: no Job is started.</source>
        <translation>일정을 읽을 수 없어 Job이 시작되지 않습니다.</translation>
    </message>
    <message>
        <source>A run was missed: it could not be started in time.</source>
        <translation>실행을 한 번 놓쳤습니다. 제때 시작하지 못했습니다.</translation>
    </message>
    <message>
        <source>So many runs were missed that none is started any more.</source>
        <translation>놓친 실행이 너무 많아 더는 시작되지 않습니다.</translation>
    </message>
    <message>
        <source>Set startingDeadlineSeconds so that only recent runs count, and look whether the controller manager ran.</source>
        <translation>최근 실행만 세도록 startingDeadlineSeconds를 정하고, controller manager가 실행되고 있었는지 확인하세요.</translation>
    </message>
    <message>
        <source>The last run did not succeed.</source>
        <translation>마지막 실행이 성공하지 못했습니다.</translation>
    </message>
    <message>
        <source>The last one that did was %1 ago.</source>
        <translation>마지막으로 성공한 것은 %1 전입니다.</translation>
    </message>
    <message>
        <source>None did so far.</source>
        <translation>지금까지 성공한 적이 없습니다.</translation>
    </message>
    <message>
        <source>%1 %2 does not exist in this namespace.</source>
        <translation>이 네임스페이스에 %1 %2이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Create it, or correct the name:</source>
        <translation>만들거나 이름을 고치세요:</translation>
    </message>
    <message>
        <source>%1 %2 has no key %3.</source>
        <translation>%1 %2에 키 %3이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Add the key, or correct its name:</source>
        <translation>키를 더하거나 이름을 고치세요:</translation>
    </message>
    <message>
        <source>The Service leads nowhere: its selector fits no pod.</source>
        <translation>Service가 아무 데도 이어지지 않습니다. 셀렉터에 맞는 Pod가 없습니다.</translation>
    </message>
    <message>
        <source>Compare the selector with the labels of the pods, and see whether there are any:</source>
        <translation>셀렉터를 Pod의 레이블과 비교하고 Pod가 있는지 보세요:</translation>
    </message>
    <message>
        <source>The Service leads nowhere: none of its pods is ready.</source>
        <translation>Service가 아무 데도 이어지지 않습니다. 준비된 Pod가 없습니다.</translation>
    </message>
    <message>
        <source>Why is not known: its pods may not be read.</source>
        <translation>이유는 알 수 없습니다. Pod를 읽을 권한이 없습니다.</translation>
    </message>
    <message>
        <source>The Service has no address from outside: no load balancer was given to it.</source>
        <translation>Service에 외부 주소가 없습니다. 로드 밸런서를 받지 못했습니다.</translation>
    </message>
    <message>
        <source>The cluster needs a controller for load balancers (of its cloud, MetalLB, k3s&apos; ServiceLB); NodePort or Ingress work without.</source>
        <translation>클러스터에 로드 밸런서 컨트롤러(클라우드, MetalLB, k3s의 ServiceLB)가 있어야 합니다. NodePort나 Ingress는 없이도 됩니다.</translation>
    </message>
    <message>
        <source>The Ingress leads to Service %1, which does not exist.</source>
        <translation>Ingress가 없는 Service %1(으)로 이어집니다.</translation>
    </message>
    <message>
        <source>The node does not answer: its kubelet stopped telling how it is.</source>
        <translation>노드가 응답하지 않습니다. kubelet이 상태를 더는 알리지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing was heard for %1. Its pods are given up after 5 minutes, unless they tolerate it.</source>
        <translation>%1 동안 소식이 없습니다. 5분이 지나면 이를 허용하지 않는 Pod는 포기됩니다.</translation>
    </message>
    <message>
        <source>Check that the machine runs and reaches the API server, then its kubelet:</source>
        <translation>기계가 켜져 있고 API 서버에 닿는지, 그다음 kubelet을 확인하세요:</translation>
    </message>
    <message>
        <source>The node is not ready: no new pods are placed here.</source>
        <translation>노드가 준비되지 않아 새 Pod가 놓이지 않습니다.</translation>
    </message>
    <message>
        <source>Its pod network is not set up.</source>
        <translation>Pod 네트워크가 준비되지 않았습니다.</translation>
    </message>
    <message>
        <source>Check that the network plugin runs on this node.</source>
        <translation>이 노드에서 네트워크 플러그인이 실행 중인지 확인하세요.</translation>
    </message>
    <message>
        <source>The node is short of memory, and evicts pods.</source>
        <translation>노드의 메모리가 부족해 Pod를 내보냅니다.</translation>
    </message>
    <message>
        <source>Give pods memory requests that are true, or move some to other nodes.</source>
        <translation>Pod에 실제에 맞는 메모리 요청량을 주거나 일부를 다른 노드로 옮기세요.</translation>
    </message>
    <message>
        <source>The disk of the node is nearly full, and pods are evicted.</source>
        <translation>노드의 디스크가 거의 가득 차 Pod가 내보내집니다.</translation>
    </message>
    <message>
        <source>Make room: images, logs, emptyDir volumes.</source>
        <translation>이미지, 로그, emptyDir 볼륨을 치워 공간을 만드세요.</translation>
    </message>
    <message>
        <source>The node has nearly no process numbers left.</source>
        <translation>노드에 남은 프로세스 번호가 거의 없습니다.</translation>
    </message>
    <message>
        <source>Find the pod that starts so many processes.</source>
        <translation>프로세스를 많이 띄우는 Pod를 찾으세요.</translation>
    </message>
    <message>
        <source>The network of the node is not set up.</source>
        <translation>노드의 네트워크가 준비되지 않았습니다.</translation>
    </message>
    <message>
        <source>No new pods are placed here: the node is cordoned.</source>
        <translation>새 Pod가 놓이지 않습니다. 노드가 cordon 상태입니다.</translation>
    </message>
    <message>
        <source>The kinds of this API cannot be reached: who serves them does not answer.</source>
        <translation>이 API의 종류에 닿을 수 없습니다. 제공하는 쪽이 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Look at what serves them:</source>
        <translation>제공하는 쪽을 확인하세요:</translation>
    </message>
    <message>
        <source>It is not ready, says the controller that looks after it.</source>
        <translation>맡은 컨트롤러에 따르면 준비되지 않았습니다.</translation>
    </message>
    <message>
        <source>Warnings came in the last minutes.</source>
        <translation>최근 몇 분 사이에 경고가 있었습니다.</translation>
    </message>
    <message>
        <source>All of them are on the Events tab.</source>
        <translation>전부는 이벤트 탭에 있습니다.</translation>
    </message>
    <message>
        <source>The volume is still attached to another node, and may be to one only.</source>
        <translation>볼륨이 아직 다른 노드에 붙어 있고, 한 노드에만 붙을 수 있습니다.</translation>
    </message>
    <message>
        <source>Wait until the other pod is gone, or use a volume with ReadWriteMany.</source>
        <translation>다른 Pod가 없어질 때까지 기다리거나 ReadWriteMany 볼륨을 쓰세요.</translation>
    </message>
    <message>
        <source>The node has no driver for this volume.</source>
        <translation>노드에 이 볼륨의 드라이버가 없습니다.</translation>
    </message>
    <message>
        <source>Check that the storage driver&apos;s DaemonSet runs on this node.</source>
        <translation>스토리지 드라이버의 DaemonSet이 이 노드에서 실행 중인지 확인하세요.</translation>
    </message>
    <message>
        <source>The path of the node is not there, or not of the kind that the volume wants.</source>
        <translation>노드에 그 경로가 없거나 볼륨이 바라는 종류가 아닙니다.</translation>
    </message>
    <message>
        <source>Correct hostPath of the volume.</source>
        <translation>볼륨의 hostPath를 고치세요.</translation>
    </message>
    <message>
        <source>The storage server refuses this node.</source>
        <translation>스토리지 서버가 이 노드를 거부합니다.</translation>
    </message>
    <message>
        <source>Allow the node on the storage server.</source>
        <translation>스토리지 서버에서 이 노드를 허용하세요.</translation>
    </message>
    <message>
        <source>The node cannot read the file system of the volume.</source>
        <translation>노드가 볼륨의 파일 시스템을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The storage did not answer in time.</source>
        <translation>스토리지가 제때 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>Check the storage driver and its pods.</source>
        <translation>스토리지 드라이버와 그 Pod를 확인하세요.</translation>
    </message>
    <message>
        <source>The node has no address left for pods.</source>
        <translation>노드에 Pod에 줄 주소가 남지 않았습니다.</translation>
    </message>
    <message>
        <source>Take pods away from the node, or give it a larger range of addresses.</source>
        <translation>노드에서 Pod를 줄이거나 더 넓은 주소 범위를 주세요.</translation>
    </message>
    <message>
        <source>The network of the pod cannot be set up.</source>
        <translation>Pod의 네트워크를 준비할 수 없습니다.</translation>
    </message>
    <message>
        <source>The node does not have the pod&apos;s runtime class.</source>
        <translation>노드에 Pod의 런타임 클래스가 없습니다.</translation>
    </message>
    <message>
        <source>Correct runtimeClassName, or choose nodes that have it.</source>
        <translation>runtimeClassName을 고치거나 그것이 있는 노드를 고르세요.</translation>
    </message>
    <message>
        <source>The pod&apos;s volumes cannot be mounted.</source>
        <translation>Pod의 볼륨을 마운트할 수 없습니다.</translation>
    </message>
    <message>
        <source>Volume %1 cannot be mounted.</source>
        <translation>볼륨 %1을(를) 마운트할 수 없습니다.</translation>
    </message>
    <message>
        <source>The node cannot prepare the pod: its containers have no place to run in.</source>
        <translation>노드가 Pod를 준비하지 못해 컨테이너가 실행될 자리가 없습니다.</translation>
    </message>
    <message>
        <source>The node ran out of memory.</source>
        <translation>노드의 메모리가 바닥났습니다.</translation>
    </message>
    <message>
        <source>Give the containers memory requests that are true, so that nodes are not overfilled.</source>
        <translation>노드가 넘치지 않도록 컨테이너에 실제에 맞는 메모리 요청량을 주세요.</translation>
    </message>
    <message>
        <source>The disk of the node was full.</source>
        <translation>노드의 디스크가 가득 찼습니다.</translation>
    </message>
    <message>
        <source>Find what fills it: logs, emptyDir volumes, images.</source>
        <translation>무엇이 채우는지 찾으세요: 로그, emptyDir 볼륨, 이미지.</translation>
    </message>
    <message>
        <source>The node had too many processes.</source>
        <translation>노드에 프로세스가 너무 많았습니다.</translation>
    </message>
    <message>
        <source>It wrote more than its limit of ephemeral storage (logs, emptyDir, files of the container).</source>
        <translation>임시 저장소(로그, emptyDir, 컨테이너의 파일) 한도보다 많이 썼습니다.</translation>
    </message>
    <message>
        <source>Raise limits.ephemeral-storage, or write to a volume.</source>
        <translation>limits.ephemeral-storage를 늘리거나 볼륨에 쓰세요.</translation>
    </message>
    <message>
        <source>It wrote more into an emptyDir than its sizeLimit.</source>
        <translation>emptyDir에 sizeLimit보다 많이 썼습니다.</translation>
    </message>
    <message>
        <source>Raise sizeLimit, or write to another volume.</source>
        <translation>sizeLimit을 늘리거나 다른 볼륨에 쓰세요.</translation>
    </message>
    <message>
        <source>The node was short of something.</source>
        <translation>노드에 무언가가 부족했습니다.</translation>
    </message>
    <message>
        <source>The pod was evicted from its node.</source>
        <translation>Pod가 노드에서 내보내졌습니다.</translation>
    </message>
    <message>
        <source>The node of this pod does not answer: how the pod is, is not known.</source>
        <translation>이 Pod의 노드가 응답하지 않아 Pod의 상태를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Its node was shut down.</source>
        <translation>노드가 종료되었습니다.</translation>
    </message>
    <message>
        <source>Its node no longer has the labels that it asks for.</source>
        <translation>노드에 Pod가 바라는 레이블이 더는 없습니다.</translation>
    </message>
    <message>
        <source>The node had no room for it when it came.</source>
        <translation>Pod가 왔을 때 노드에 자리가 없었습니다.</translation>
    </message>
    <message>
        <source>Its controller makes another one; a pod without a controller must be made again.</source>
        <translation>컨트롤러가 새로 만듭니다. 컨트롤러가 없는 Pod는 다시 만들어야 합니다.</translation>
    </message>
    <message>
        <source>The node could not give it a device or resource that it asks for.</source>
        <translation>노드가 요청한 장치나 자원을 주지 못했습니다.</translation>
    </message>
    <message>
        <source>It had to make room for a pod of higher priority.</source>
        <translation>우선순위가 더 높은 Pod에 자리를 내주었습니다.</translation>
    </message>
    <message>
        <source>The pod failed: %1.</source>
        <translation>Pod가 실패했습니다: %1.</translation>
    </message>
    <message>
        <source>The containers are ready, but the pod waits for a readiness gate.</source>
        <translation>컨테이너는 준비되었지만 Pod가 readiness gate를 기다립니다.</translation>
    </message>
    <message>
        <source>The controller that owns the gate must set its condition; look whether it runs.</source>
        <translation>gate를 맡은 컨트롤러가 조건을 설정해야 합니다. 실행 중인지 확인하세요.</translation>
    </message>
    <message>
        <source>%1 of %2 pods:</source>
        <translation>Pod %2개 중 %1개:</translation>
    </message>
    <message>
        <source>Container %1 is not ready: its readiness probe fails.</source>
        <translation>컨테이너 %1이(가) 준비되지 않았습니다. readiness probe가 실패합니다.</translation>
    </message>
    <message>
        <source>Until it passes, no Service sends it anything.</source>
        <translation>통과하기 전에는 어떤 Service도 트래픽을 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Container %1 has not started: its startup probe fails.</source>
        <translation>컨테이너 %1이(가) 시작되지 않았습니다. startup probe가 실패합니다.</translation>
    </message>
    <message>
        <source>Give it more time (failureThreshold × periodSeconds), or correct what the probe asks.</source>
        <translation>시간을 더 주거나(failureThreshold × periodSeconds) probe가 묻는 것을 고치세요.</translation>
    </message>
    <message>
        <source>Container %1 may be restarted soon: its liveness probe fails.</source>
        <translation>컨테이너 %1이(가) 곧 다시 시작될 수 있습니다. liveness probe가 실패합니다.</translation>
    </message>
    <message>
        <source>Correct what the probe asks, or why the program does not answer.</source>
        <translation>probe가 묻는 것이나 프로그램이 응답하지 않는 원인을 고치세요.</translation>
    </message>
    <message>
        <source>What it answers is not known: events may not be read.</source>
        <translation>무엇이라 응답하는지는 알 수 없습니다. 이벤트를 읽을 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Container %1 is restarted because its liveness probe fails.</source>
        <translation>liveness probe가 실패해 컨테이너 %1이(가) 다시 시작됩니다.</translation>
    </message>
    <message>
        <source>Container %1 is restarted because its startup probe fails.</source>
        <translation>startup probe가 실패해 컨테이너 %1이(가) 다시 시작됩니다.</translation>
    </message>
    <message>
        <source>The pod waits for its init container %1.</source>
        <translation>Pod가 초기화 컨테이너 %1을(를) 기다립니다.</translation>
    </message>
    <message>
        <source>It has been running for %1; the containers after it start when it ends.</source>
        <translation>%1 동안 실행 중입니다. 다음 컨테이너는 이것이 끝나야 시작됩니다.</translation>
    </message>
    <message>
        <source>What it waits for is often in its log:</source>
        <translation>무엇을 기다리는지는 흔히 로그에 있습니다:</translation>
    </message>
    <message>
        <source>The cluster has no metrics API.</source>
        <translation>클러스터에 메트릭 API가 없습니다.</translation>
    </message>
    <message>
        <source>Install metrics-server (or the adapter of your metrics), or see why it does not run.</source>
        <translation>metrics-server(또는 쓰는 메트릭의 어댑터)를 설치하거나 왜 실행되지 않는지 보세요.</translation>
    </message>
    <message>
        <source>A percentage needs a request to be of, and a container has none.</source>
        <translation>백분율은 요청량을 기준으로 하는데 요청량이 없는 컨테이너가 있습니다.</translation>
    </message>
    <message>
        <source>Set resources.requests in the pod template.</source>
        <translation>Pod 템플릿에 resources.requests를 정하세요.</translation>
    </message>
    <message>
        <source>There are no measurements of its pods.</source>
        <translation>Pod의 측정값이 없습니다.</translation>
    </message>
    <message>
        <source>Check that the pods run and that metrics-server reaches their nodes.</source>
        <translation>Pod가 실행 중인지, metrics-server가 그 노드에 닿는지 확인하세요.</translation>
    </message>
    <message>
        <source>It does not scale: what it is to scale by is not known.</source>
        <translation>확장되지 않습니다. 기준이 되는 값을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It does not scale: what it is to scale cannot be read or changed.</source>
        <translation>확장되지 않습니다. 확장할 대상을 읽거나 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>Look at what it scales:</source>
        <translation>확장할 대상을 확인하세요:</translation>
    </message>
    <message>
        <source>It would run more pods, but may not: %1 is its maximum.</source>
        <translation>Pod를 더 실행해야 하지만 최대가 %1개입니다.</translation>
    </message>
    <message>
        <source>Raise maxReplicas where the cluster has room.</source>
        <translation>클러스터에 여유가 있으면 maxReplicas를 늘리세요.</translation>
    </message>
    <message>
        <source>No pod may be evicted now: draining a node waits for it.</source>
        <translation>지금은 어떤 Pod도 내보낼 수 없어 노드를 비우는 작업이 기다립니다.</translation>
    </message>
    <message>
        <source>%1 pods must be healthy, and %2 of %3 are.</source>
        <translation>정상이어야 하는 Pod는 %1개이고, %3개 중 %2개가 정상입니다.</translation>
    </message>
    <message>
        <source>Mend the pods that are not healthy, or set unhealthyPodEvictionPolicy to AlwaysAllow.</source>
        <translation>정상이 아닌 Pod를 고치거나 unhealthyPodEvictionPolicy를 AlwaysAllow로 하세요.</translation>
    </message>
    <message>
        <source>Run more replicas, or allow more of them to be missing.</source>
        <translation>레플리카를 더 실행하거나 더 많이 빠져도 되게 하세요.</translation>
    </message>
    <message>
        <source>Not enough %3 is left on %1 of %2 nodes.</source>
        <translation>노드 %2개 중 %1개에 %3이(가) 충분히 남지 않았습니다.</translation>
    </message>
    <message>
        <source>The most pods that are allowed run already on %1 of %2 nodes.</source>
        <translation>노드 %2개 중 %1개에서 이미 허용된 최대 수의 Pod가 실행 중입니다.</translation>
    </message>
    <message>
        <source>A taint that the pod does not tolerate is on %1 of %2 nodes: %3.</source>
        <translation>노드 %2개 중 %1개에 Pod가 허용하지 않는 taint가 있습니다: %3.</translation>
    </message>
    <message>
        <source>Taints that the pod does not tolerate are on %1 of %2 nodes.</source>
        <translation>노드 %2개 중 %1개에 Pod가 허용하지 않는 taint가 있습니다.</translation>
    </message>
    <message>
        <source>Cordoned: %1 of %2 nodes.</source>
        <translation>노드 %2개 중 %1개가 cordon 상태입니다.</translation>
    </message>
    <message>
        <source>The labels that the pod asks for (nodeSelector, nodeAffinity) are missing on %1 of %2 nodes.</source>
        <translation>노드 %2개 중 %1개에 Pod가 바라는 레이블(nodeSelector, nodeAffinity)이 없습니다.</translation>
    </message>
    <message>
        <source>Pods that must not be beside this one (podAntiAffinity) run on %1 of %2 nodes.</source>
        <translation>노드 %2개 중 %1개에 이 Pod와 함께 있으면 안 되는 Pod(podAntiAffinity)가 있습니다.</translation>
    </message>
    <message>
        <source>The pods that this one must be beside (podAffinity) do not run on %1 of %2 nodes.</source>
        <translation>노드 %2개 중 %1개에 이 Pod와 함께 있어야 하는 Pod(podAffinity)가 없습니다.</translation>
    </message>
    <message>
        <source>The pods would be spread unevenly (topologySpreadConstraints) with it on %1 of %2 nodes.</source>
        <translation>노드 %2개 중 %1개에 놓으면 Pod가 고르게 퍼지지 않습니다(topologySpreadConstraints).</translation>
    </message>
    <message>
        <source>The host port of the pod is in use on %1 of %2 nodes.</source>
        <translation>노드 %2개 중 %1개에서 Pod의 호스트 포트가 이미 쓰이고 있습니다.</translation>
    </message>
    <message>
        <source>The pod&apos;s volume cannot be reached from %1 of %2 nodes: it belongs to other nodes or to another zone.</source>
        <translation>노드 %2개 중 %1개에서는 Pod의 볼륨에 닿을 수 없습니다. 다른 노드나 다른 영역의 것입니다.</translation>
    </message>
    <message>
        <source>The pod&apos;s volume is in another zone than %1 of %2 nodes.</source>
        <translation>Pod의 볼륨이 노드 %2개 중 %1개와 다른 영역에 있습니다.</translation>
    </message>
    <message>
        <source>No volume that the pod&apos;s claim could take is on %1 of %2 nodes.</source>
        <translation>노드 %2개 중 %1개에 Pod의 클레임이 쓸 수 있는 볼륨이 없습니다.</translation>
    </message>
    <message>
        <source>No more volumes can be attached to %1 of %2 nodes.</source>
        <translation>노드 %2개 중 %1개에는 볼륨을 더 붙일 수 없습니다.</translation>
    </message>
    <message>
        <source>Not enough free storage for the pod&apos;s claim is on %1 of %2 nodes.</source>
        <translation>노드 %2개 중 %1개에 Pod의 클레임을 위한 저장 공간이 부족합니다.</translation>
    </message>
    <message>
        <source>The pod&apos;s claim may be used by one pod at a time (ReadWriteOncePod), and another one does.</source>
        <translation>Pod의 클레임은 한 번에 한 Pod만 쓸 수 있는데(ReadWriteOncePod) 다른 Pod가 쓰고 있습니다.</translation>
    </message>
    <message>
        <source>The pod names another node (nodeName) than %1 of %2 nodes.</source>
        <translation>노드 %2개 중 %1개는 Pod가 지정한 노드(nodeName)가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 of %2 nodes: %3.</source>
        <translation>노드 %2개 중 %1개: %3.</translation>
    </message>
    <message>
        <source>Lower resources.requests, take pods away, or add a node.</source>
        <translation>resources.requests를 낮추거나, Pod를 줄이거나, 노드를 더하세요.</translation>
    </message>
    <message>
        <source>Take pods away, or add a node.</source>
        <translation>Pod를 줄이거나 노드를 더하세요.</translation>
    </message>
    <message>
        <source>Give the pod a toleration, or take the taint from a node.</source>
        <translation>Pod에 toleration을 주거나 노드에서 taint를 지우세요.</translation>
    </message>
    <message>
        <source>Let the node take pods again (kubectl uncordon).</source>
        <translation>노드가 다시 Pod를 받게 하세요(kubectl uncordon).</translation>
    </message>
    <message>
        <source>Correct nodeSelector or nodeAffinity, or label a node.</source>
        <translation>nodeSelector나 nodeAffinity를 고치거나 노드에 레이블을 붙이세요.</translation>
    </message>
    <message>
        <source>Loosen the affinity of the pods, or add a node.</source>
        <translation>Pod의 affinity를 풀거나 노드를 더하세요.</translation>
    </message>
    <message>
        <source>Loosen topologySpreadConstraints, or add a node in the zone that lacks one.</source>
        <translation>topologySpreadConstraints를 풀거나 부족한 영역에 노드를 더하세요.</translation>
    </message>
    <message>
        <source>The pod is held back: no node is looked for yet.</source>
        <translation>Pod가 보류되어 아직 노드를 찾지 않습니다.</translation>
    </message>
    <message>
        <source>Whoever set its scheduling gates must take them away.</source>
        <translation>scheduling gate를 건 쪽이 지워야 합니다.</translation>
    </message>
    <message>
        <source>The pod waits for PersistentVolumeClaim %1, which does not exist or is being deleted.</source>
        <translation>Pod가 PersistentVolumeClaim %1을(를) 기다리는데, 없거나 삭제되는 중입니다.</translation>
    </message>
    <message>
        <source>The pod waits for storage: a claim of it has no volume.</source>
        <translation>Pod가 저장소를 기다립니다. 볼륨이 없는 클레임이 있습니다.</translation>
    </message>
    <message>
        <source>See why it has none:</source>
        <translation>왜 없는지 보세요:</translation>
    </message>
    <message>
        <source>No node can take this pod.</source>
        <translation>이 Pod를 받을 수 있는 노드가 없습니다.</translation>
    </message>
    <message>
        <source>The cluster has no nodes.</source>
        <translation>클러스터에 노드가 없습니다.</translation>
    </message>
    <message>
        <source>Taking away pods of lower priority would not help.</source>
        <translation>우선순위가 낮은 Pod를 내보내도 소용이 없습니다.</translation>
    </message>
    <message>
        <source>It may not run as root (runAsNonRoot), and the image does.</source>
        <translation>root로 실행하면 안 되는데(runAsNonRoot) 이미지가 root로 실행됩니다.</translation>
    </message>
    <message>
        <source>Set securityContext.runAsUser to a user who is not root, or build the image with one.</source>
        <translation>securityContext.runAsUser를 root가 아닌 사용자로 정하거나 이미지를 그렇게 만드세요.</translation>
    </message>
    <message>
        <source>Neither the image nor the pod names a command.</source>
        <translation>이미지에도 Pod에도 명령이 없습니다.</translation>
    </message>
    <message>
        <source>Give the container a command.</source>
        <translation>컨테이너에 명령을 주세요.</translation>
    </message>
    <message>
        <source>The node still holds the container of before.</source>
        <translation>노드에 이전 컨테이너가 아직 남아 있습니다.</translation>
    </message>
    <message>
        <source>Wait a moment; if it stays, look at the node&apos;s container runtime.</source>
        <translation>잠시 기다리고, 그대로면 노드의 컨테이너 런타임을 확인하세요.</translation>
    </message>
    <message>
        <source>A subPath of its volumes cannot be used.</source>
        <translation>볼륨의 subPath를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Correct mountPath and subPath of the container&apos;s volumes.</source>
        <translation>컨테이너 볼륨의 mountPath와 subPath를 고치세요.</translation>
    </message>
    <message>
        <source>The image has no such command.</source>
        <translation>이미지에 그런 명령이 없습니다.</translation>
    </message>
    <message>
        <source>The command is there, but may not be executed.</source>
        <translation>명령은 있지만 실행할 권한이 없습니다.</translation>
    </message>
    <message>
        <source>The command is made for another processor, or is a script without its first line (#!).</source>
        <translation>다른 프로세서용 명령이거나 첫 줄(#!)이 없는 스크립트입니다.</translation>
    </message>
    <message>
        <source>A file is mounted over a folder, or a folder over a file.</source>
        <translation>폴더 위에 파일을, 또는 파일 위에 폴더를 마운트했습니다.</translation>
    </message>
    <message>
        <source>Its memory limit is too small even for starting.</source>
        <translation>메모리 한도가 시작하기에도 부족합니다.</translation>
    </message>
    <message>
        <source>Raise resources.limits.memory.</source>
        <translation>resources.limits.memory를 늘리세요.</translation>
    </message>
    <message>
        <source>Container %1 cannot be made: its configuration does not work.</source>
        <translation>컨테이너 %1을(를) 만들 수 없습니다. 설정이 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Container %1 cannot be made.</source>
        <translation>컨테이너 %1을(를) 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>Container %1 cannot be started.</source>
        <translation>컨테이너 %1을(를) 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>The cluster has no StorageClass at all.</source>
        <translation>클러스터에 StorageClass가 하나도 없습니다.</translation>
    </message>
    <message>
        <source>The claim lost its volume %1: what was stored there is out of reach.</source>
        <translation>클레임이 볼륨 %1을(를) 잃었습니다. 저장된 것에 닿을 수 없습니다.</translation>
    </message>
    <message>
        <source>See what became of the volume:</source>
        <translation>볼륨이 어떻게 되었는지 보세요:</translation>
    </message>
    <message>
        <source>The claim has no volume: StorageClass %1 does not exist.</source>
        <translation>클레임에 볼륨이 없습니다. StorageClass %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Make the claim anew with a class that exists (it cannot be changed), or create the class.</source>
        <translation>있는 클래스로 클레임을 새로 만들거나(바꿀 수는 없습니다) 클래스를 만드세요.</translation>
    </message>
    <message>
        <source>The claim has no volume: it names no StorageClass, and the cluster has no default one.</source>
        <translation>클레임에 볼륨이 없습니다. StorageClass를 지정하지 않았고 클러스터에 기본 클래스가 없습니다.</translation>
    </message>
    <message>
        <source>The claim has no volume: it wants none to be made for it, and none that exists fits.</source>
        <translation>클레임에 볼륨이 없습니다. 새로 만들지 않도록 했고, 있는 것 중 맞는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Make the claim anew with a storageClassName, mark a class as the default one, or create a volume by hand.</source>
        <translation>storageClassName을 넣어 클레임을 새로 만들거나, 기본 클래스를 정하거나, 볼륨을 직접 만드세요.</translation>
    </message>
    <message>
        <source>The claim waits for a pod that uses it: its volume is made then.</source>
        <translation>클레임이 자신을 쓸 Pod를 기다립니다. 볼륨은 그때 만들어집니다.</translation>
    </message>
    <message>
        <source>Its StorageClass wants it so (WaitForFirstConsumer).</source>
        <translation>StorageClass가 그렇게 정했습니다(WaitForFirstConsumer).</translation>
    </message>
    <message>
        <source>The claim has no volume: its storage driver does not make one.</source>
        <translation>클레임에 볼륨이 없습니다. 스토리지 드라이버가 만들지 않습니다.</translation>
    </message>
    <message>
        <source>The claim has no volume: making one failed.</source>
        <translation>클레임에 볼륨이 없습니다. 만드는 데 실패했습니다.</translation>
    </message>
    <message>
        <source>Check that the driver runs that the class names:</source>
        <translation>클래스가 지정한 드라이버가 실행 중인지 확인하세요:</translation>
    </message>
    <message>
        <source>The volume is larger already; its file system grows when a pod mounts it again.</source>
        <translation>볼륨은 이미 커졌고, 파일 시스템은 Pod가 다시 마운트할 때 커집니다.</translation>
    </message>
    <message>
        <source>The volume could not be made larger.</source>
        <translation>볼륨을 키우지 못했습니다.</translation>
    </message>
    <message>
        <source>The claim of this volume is gone; the volume keeps its data and takes no other claim.</source>
        <translation>이 볼륨의 클레임은 없어졌습니다. 볼륨은 데이터를 지닌 채 다른 클레임을 받지 않습니다.</translation>
    </message>
    <message>
        <source>The volume could not be cleaned up after its claim was deleted.</source>
        <translation>클레임이 삭제된 뒤 볼륨을 정리하지 못했습니다.</translation>
    </message>
    <message>
        <source>To use it again, take spec.claimRef away; otherwise delete it.</source>
        <translation>다시 쓰려면 spec.claimRef를 지우고, 아니면 삭제하세요.</translation>
    </message>
    <message>
        <source>ResourceQuota %1, %2: %4 of %3 used, and the next pod asks for %5.</source>
        <translation>ResourceQuota %1, %2: %3 중 %4 사용, 다음 Pod가 %5을(를) 요청합니다.</translation>
    </message>
    <message>
        <source>No more pods can be made: a quota wants containers to say what they need.</source>
        <translation>Pod를 더 만들 수 없습니다. 할당량이 컨테이너의 필요량을 적도록 요구합니다.</translation>
    </message>
    <message>
        <source>No more pods can be made: the quota of the namespace is used up.</source>
        <translation>Pod를 더 만들 수 없습니다. 네임스페이스의 할당량을 다 썼습니다.</translation>
    </message>
    <message>
        <source>ResourceQuota %1 wants: %2.</source>
        <translation>ResourceQuota %1의 요구: %2.</translation>
    </message>
    <message>
        <source>Add resources to the containers, or a LimitRange with defaults:</source>
        <translation>컨테이너에 resources를 적거나 기본값이 있는 LimitRange를 더하세요:</translation>
    </message>
    <message>
        <source>Raise the quota, or lower requests and replicas:</source>
        <translation>할당량을 늘리거나 요청량과 레플리카를 줄이세요:</translation>
    </message>
    <message>
        <source>An admission webhook could not be asked, and nothing may be made without it.</source>
        <translation>admission webhook에 물을 수 없는데, 그 없이는 아무것도 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>Check that the webhook&apos;s own pods run.</source>
        <translation>webhook 자체의 Pod가 실행 중인지 확인하세요.</translation>
    </message>
    <message>
        <source>An admission webhook refused it.</source>
        <translation>admission webhook이 거부했습니다.</translation>
    </message>
    <message>
        <source>Its message says which policy; change the pod template or the policy.</source>
        <translation>어떤 정책인지는 메시지에 있습니다. Pod 템플릿이나 정책을 바꾸세요.</translation>
    </message>
    <message>
        <source>The Pod Security level of the namespace forbids it.</source>
        <translation>네임스페이스의 Pod Security 수준이 금지합니다.</translation>
    </message>
    <message>
        <source>Change the securityContext of the pod template, or the level of the namespace.</source>
        <translation>Pod 템플릿의 securityContext나 네임스페이스의 수준을 바꾸세요.</translation>
    </message>
    <message>
        <source>A ValidatingAdmissionPolicy refused it.</source>
        <translation>ValidatingAdmissionPolicy가 거부했습니다.</translation>
    </message>
    <message>
        <source>A LimitRange of the namespace forbids what its containers ask for.</source>
        <translation>네임스페이스의 LimitRange가 컨테이너의 요청을 금지합니다.</translation>
    </message>
    <message>
        <source>Change resources in the pod template, or the LimitRange.</source>
        <translation>Pod 템플릿의 resources나 LimitRange를 바꾸세요.</translation>
    </message>
    <message>
        <source>Its PriorityClass does not exist.</source>
        <translation>PriorityClass가 없습니다.</translation>
    </message>
    <message>
        <source>Correct priorityClassName.</source>
        <translation>priorityClassName을 고치세요.</translation>
    </message>
    <message>
        <source>The server does not accept the pod template.</source>
        <translation>서버가 Pod 템플릿을 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>Correct what the message names.</source>
        <translation>메시지가 가리키는 것을 고치세요.</translation>
    </message>
    <message>
        <source>The server forbids it.</source>
        <translation>서버가 금지합니다.</translation>
    </message>
    <message>
        <source>Pods cannot be made.</source>
        <translation>Pod를 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>ServiceAccount %1 does not exist in this namespace.</source>
        <translation>이 네임스페이스에 ServiceAccount %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 replicas are not available.</source>
        <translation>레플리카 %2개 중 %1개를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The rollout does not come to an end.</source>
        <translation>롤아웃이 끝나지 않습니다.</translation>
    </message>
    <message>
        <source>The rollout made no progress for %1 s (progressDeadlineSeconds).</source>
        <translation>롤아웃이 %1초(progressDeadlineSeconds) 동안 진척이 없습니다.</translation>
    </message>
    <message>
        <source>Mend the pods, or go back to the version before:</source>
        <translation>Pod를 고치거나 이전 버전으로 되돌리세요:</translation>
    </message>
    <message>
        <source>The rollout is paused: changes of the pod template wait.</source>
        <translation>롤아웃이 일시 중지되어 Pod 템플릿의 변경이 기다립니다.</translation>
    </message>
</context>
<context>
    <name>disk</name>
    <message>
        <source>Disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>%1 inodes</source>
        <translation>inode %1개</translation>
    </message>
    <message>
        <source>The kubelet of this node keeps at most %1 files of %2 for each container.</source>
        <translation>이 노드의 kubelet은 컨테이너마다 %2 크기의 파일을 %1개까지 보관합니다.</translation>
    </message>
    <message>
        <source>No container runs from it, but containers that ended still hold it, so neither garbage collection nor pruning removes it. Once their pods are deleted it can go: %1</source>
        <translation>이 이미지로 실행 중인 컨테이너는 없지만, 끝난 컨테이너가 아직 붙잡고 있어 가비지 수집으로도 정리 명령으로도 지워지지 않습니다. 다음 Pod를 삭제하면 지울 수 있습니다: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Unused image</source>
        <translation>쓰지 않는 이미지</translation>
    </message>
    <message>
        <source>Image of ended pods</source>
        <translation>끝난 Pod의 이미지</translation>
    </message>
    <message>
        <source>Image in use</source>
        <translation>사용 중인 이미지</translation>
    </message>
    <message>
        <source>Sandbox image</source>
        <translation>샌드박스 이미지</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Images not listed</source>
        <translation>목록에 없는 이미지</translation>
    </message>
    <message>
        <source>Unpacked layers</source>
        <translation>풀린 레이어</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Written in a container</source>
        <translation>컨테이너 안에 쓴 파일</translation>
    </message>
    <message>
        <source>emptyDir</source>
        <translation>emptyDir</translation>
    </message>
    <message>
        <source>Other files of a pod</source>
        <translation>Pod의 다른 파일</translation>
    </message>
    <message>
        <source>Not of Kubernetes</source>
        <translation>Kubernetes 밖</translation>
    </message>
    <message>
        <source>can be removed</source>
        <translation>지울 수 있음</translation>
    </message>
    <message>
        <source>goes with its pod</source>
        <translation>Pod와 함께 사라짐</translation>
    </message>
    <message>
        <source>look into it</source>
        <translation>살펴봐야 함</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>그 밖</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>남겨 둔 공간</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>사용 가능</translation>
    </message>
    <message>
        <source>On the node: remove this image</source>
        <translation>노드에서: 이 이미지 지우기</translation>
    </message>
    <message>
        <source>On the node: remove all images that no container uses</source>
        <translation>노드에서: 어떤 컨테이너도 쓰지 않는 이미지 모두 지우기</translation>
    </message>
    <message>
        <source>On the node: list all images</source>
        <translation>노드에서: 모든 이미지 보기</translation>
    </message>
    <message>
        <source>Anywhere: delete the pod; what made it makes a new one</source>
        <translation>어디서든: Pod 삭제 (이 Pod를 만든 주체가 새로 만듭니다)</translation>
    </message>
    <message>
        <source>On the node: see which of its logs are large</source>
        <translation>노드에서: 어떤 로그가 큰지 보기</translation>
    </message>
    <message>
        <source>Anywhere: see what is large inside, if the image has du</source>
        <translation>어디서든: 안에서 무엇이 큰지 보기 (이미지에 du가 있을 때)</translation>
    </message>
    <message>
        <source>On the node: see what is large in it</source>
        <translation>노드에서: 그 안에서 무엇이 큰지 보기</translation>
    </message>
    <message>
        <source>On the node: see what the container runtime keeps</source>
        <translation>노드에서: 컨테이너 런타임이 보관하는 것 보기</translation>
    </message>
    <message>
        <source>On the node: shorten the system&apos;s journal</source>
        <translation>노드에서: 시스템 저널 줄이기</translation>
    </message>
    <message>
        <source>No pod on the node uses it. The kubelet removes such images only when the disk is nearly full. It frees at most so much: layers that other images share stay.</source>
        <translation>노드의 어떤 Pod도 쓰지 않습니다. kubelet은 디스크가 거의 가득 찼을 때에만 이런 이미지를 지웁니다. 비워지는 공간은 많아야 이만큼입니다. 다른 이미지와 함께 쓰는 레이어는 남습니다.</translation>
    </message>
    <message>
        <source>Running pods use it, so it cannot be removed.</source>
        <translation>실행 중인 Pod가 쓰고 있어 지울 수 없습니다.</translation>
    </message>
    <message>
        <source>Every pod&apos;s sandbox runs from it. Runtimes pin it, and it is never removed.</source>
        <translation>모든 Pod의 샌드박스가 이 이미지로 실행됩니다. 런타임이 고정해 두므로 지워지지 않습니다.</translation>
    </message>
    <message>
        <source>Whether a pod uses it is not known, because the pods of the node could not be read.</source>
        <translation>노드의 Pod를 읽지 못해 Pod가 쓰는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>A node lists only its largest images (%1). What the others take, and whether they are in use, the API does not tell; the node itself does.</source>
        <translation>노드는 가장 큰 이미지만 목록에 올립니다(%1개). 나머지가 얼마나 차지하는지, 쓰이고 있는지는 API가 알려 주지 않으며 노드에서 직접 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>50 unless it is set otherwise</source>
        <translation>따로 설정하지 않으면 50</translation>
    </message>
    <message>
        <source>All images are listed, but on disk they take more than their sizes: layers lie there unpacked. It goes when images are removed.</source>
        <translation>모든 이미지가 목록에 있지만, 레이어가 풀린 채로 놓여 있어 디스크에서는 표시된 크기보다 더 차지합니다. 이미지를 지우면 함께 사라집니다.</translation>
    </message>
    <message>
        <source>What the container wrote to its standard output.</source>
        <translation>컨테이너가 표준 출력에 쓴 내용입니다.</translation>
    </message>
    <message>
        <source>Files that the container wrote outside of volumes. They are gone when the container starts anew.</source>
        <translation>컨테이너가 볼륨 밖에 쓴 파일입니다. 컨테이너가 다시 시작되면 사라집니다.</translation>
    </message>
    <message>
        <source>Files in a volume that lives as long as its pod. A sizeLimit in the pod would bound it.</source>
        <translation>Pod가 있는 동안만 있는 볼륨의 파일입니다. Pod에 sizeLimit을 두면 크기가 제한됩니다.</translation>
    </message>
    <message>
        <source>Files that the kubelet counts for the pod beside logs, layers and emptyDirs.</source>
        <translation>로그, 레이어, emptyDir 밖에 kubelet이 이 Pod의 것으로 세는 파일입니다.</translation>
    </message>
    <message>
        <source>The kubelet has not measured it yet.</source>
        <translation>kubelet이 아직 재지 않았습니다.</translation>
    </message>
    <message>
        <source>So much is used that neither images nor pods account for: the system, what the runtime downloaded, journals, hostPath volumes, local persistent volumes, or other programs.</source>
        <translation>이미지로도 Pod로도 설명되지 않는 사용량입니다. 시스템, 런타임이 내려받은 것, 저널, hostPath 볼륨, 로컬 영구 볼륨 또는 다른 프로그램이 차지합니다.</translation>
    </message>
    <message>
        <source>How much neither images nor pods account for is not known, because the kubelet did not tell all of it.</source>
        <translation>kubelet이 모두 알려 주지 않아, 이미지와 Pod 밖에서 얼마나 쓰는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>File system of the node</source>
        <translation>노드의 파일 시스템</translation>
    </message>
    <message>
        <source>File system of images</source>
        <translation>이미지의 파일 시스템</translation>
    </message>
    <message>
        <source>File system of containers</source>
        <translation>컨테이너의 파일 시스템</translation>
    </message>
    <message>
        <source>%1 used, %2 available of %3</source>
        <translation>%3 가운데 %1 사용, %2 사용 가능</translation>
    </message>
    <message>
        <source>%1 of %2 inodes free</source>
        <translation>inode %2개 가운데 %1개 남음</translation>
    </message>
    <message>
        <source>the kubelet removes unused images until %1 are available</source>
        <translation>kubelet이 %1를 쓸 수 있을 때까지 쓰지 않는 이미지를 지웁니다</translation>
    </message>
    <message>
        <source>the kubelet removes unused images</source>
        <translation>kubelet이 쓰지 않는 이미지를 지웁니다</translation>
    </message>
    <message>
        <source>the kubelet evicts pods after %1 (%2)</source>
        <translation>%1 뒤에 kubelet이 Pod를 내보냅니다 (%2)</translation>
    </message>
    <message>
        <source>the kubelet evicts pods (%1)</source>
        <translation>kubelet이 Pod를 내보냅니다 (%1)</translation>
    </message>
    <message>
        <source>Over the limit by %1: %2</source>
        <translation>한도를 %1 넘음: %2</translation>
    </message>
    <message>
        <source>%1 more, and %2</source>
        <translation>%1 더 차면 %2</translation>
    </message>
    <message>
        <source>Image garbage collection is off: the kubelet removes unused images only before it evicts pods.</source>
        <translation>이미지 가비지 수집이 꺼져 있습니다. kubelet은 Pod를 내보내기 직전에만 쓰지 않는 이미지를 지웁니다.</translation>
    </message>
    <message>
        <source>No limit is set at which pods are evicted.</source>
        <translation>Pod를 내보내는 한도가 설정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Whether the disk is under pressure is not known</source>
        <translation>디스크가 부족한지 알 수 없습니다</translation>
    </message>
    <message>
        <source>Disk pressure: the kubelet evicts pods and takes no new ones</source>
        <translation>디스크 부족: kubelet이 Pod를 내보내고 새 Pod를 받지 않습니다</translation>
    </message>
    <message>
        <source>No disk pressure</source>
        <translation>디스크 부족 없음</translation>
    </message>
    <message>
        <source>unused images: %1</source>
        <translation>쓰지 않는 이미지: %1</translation>
    </message>
    <message>
        <source>whether images are in use is not known</source>
        <translation>이미지가 쓰이는지 알 수 없음</translation>
    </message>
    <message>
        <source>What is used is not known</source>
        <translation>사용량을 알 수 없습니다</translation>
    </message>
    <message>
        <source>Limits are not known</source>
        <translation>한도를 알 수 없습니다</translation>
    </message>
    <message>
        <source>Which images are in use is not known</source>
        <translation>어떤 이미지가 쓰이는지 알 수 없습니다</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>ended: %1</source>
        <translation>끝남: %1</translation>
    </message>
    <message>
        <source>no pod</source>
        <translation>Pod 없음</translation>
    </message>
    <message>
        <source>others</source>
        <translation>나머지</translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation>목록에 없음</translation>
    </message>
    <message>
        <source>%1 are neither used nor available: kept back for root, by a quota, or by what shares the disk.</source>
        <translation>%1는 쓰이지도, 쓸 수 있지도 않습니다. root용으로, 할당량 때문에, 또는 디스크를 함께 쓰는 것 때문에 남겨져 있습니다.</translation>
    </message>
    <message>
        <source>On the node: find the largest folders in %1</source>
        <translation>노드에서: %1에서 가장 큰 폴더 찾기</translation>
    </message>
</context>
<context>
    <name>disk::AdvicePane</name>
    <message>
        <source>What can be done about it</source>
        <translation>할 수 있는 일</translation>
    </message>
    <message>
        <source>Select a row to see what it is and how it is freed.</source>
        <translation>행을 선택하면 무엇인지, 어떻게 비우는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Running pods use some of them:</source>
        <translation>실행 중인 Pod가 그 가운데 일부를 씁니다:</translation>
    </message>
    <message>
        <source>and %1 more pods</source>
        <translation>그 밖에 Pod %1개</translation>
    </message>
    <message>
        <source>Open pod %1</source>
        <translation>Pod %1 열기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the command: %1</source>
        <translation>명령 복사: %1</translation>
    </message>
    <message>
        <source>Copied the command</source>
        <translation>명령을 복사했습니다</translation>
    </message>
</context>
<context>
    <name>disk::DiskPane</name>
    <message>
        <source>Asking the kubelet what is on its disk</source>
        <translation>디스크에 무엇이 있는지 kubelet에 묻는 중</translation>
    </message>
    <message>
        <source>What fills the disk</source>
        <translation>디스크를 채우는 것</translation>
    </message>
    <message>
        <source>Images of the node</source>
        <translation>노드의 이미지</translation>
    </message>
    <message>
        <source>What fills it</source>
        <translation>채우는 것</translation>
    </message>
    <message>
        <source>What takes space on the node, what frees most first</source>
        <translation>노드에서 공간을 차지하는 것을 가장 많이 비울 수 있는 것부터 보여 줍니다</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>The images of the node, and the pods that use them</source>
        <translation>노드의 이미지와 이를 쓰는 Pod</translation>
    </message>
    <message>
        <source>Filter by image, pod or kind</source>
        <translation>이미지, Pod, 종류로 거르기</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>What</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>비우기</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>사용 여부</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>쓰는 Pod</translation>
    </message>
    <message>
        <source>Stale since %1</source>
        <translation>%1부터 오래된 값</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>지금 시도</translation>
    </message>
    <message>
        <source>The node cannot be read</source>
        <translation>노드를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>%1 기준</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%2행 가운데 %1행</translation>
    </message>
    <message>
        <source>No pod belongs to it</source>
        <translation>관련된 Pod가 없습니다</translation>
    </message>
</context>
<context>
    <name>downward</name>
    <message>
        <source>Downward API</source>
        <translation>Downward API</translation>
    </message>
    <message>
        <source>Compare with the container</source>
        <translation>컨테이너와 비교</translation>
    </message>
    <message>
        <source>Add entries of the Downward API…</source>
        <translation>Downward API 항목 추가…</translation>
    </message>
    <message>
        <source>init container</source>
        <translation>init 컨테이너</translation>
    </message>
    <message>
        <source>sidecar</source>
        <translation>사이드카</translation>
    </message>
    <message>
        <source>ephemeral container</source>
        <translation>임시 컨테이너</translation>
    </message>
    <message>
        <source>container</source>
        <translation>컨테이너</translation>
    </message>
    <message>
        <source>Variables of container %1</source>
        <translation>컨테이너 %1의 변수</translation>
    </message>
    <message>
        <source>Files of volume %1</source>
        <translation>볼륨 %1의 파일</translation>
    </message>
    <message>
        <source>Files of projected volume %1</source>
        <translation>projected 볼륨 %1의 파일</translation>
    </message>
    <message>
        <source>field not allowed here</source>
        <translation>여기서 쓸 수 없는 필드</translation>
    </message>
    <message>
        <source>divisor not allowed</source>
        <translation>쓸 수 없는 divisor</translation>
    </message>
    <message>
        <source>no such container</source>
        <translation>없는 컨테이너</translation>
    </message>
    <message>
        <source>needs the node</source>
        <translation>노드 필요</translation>
    </message>
    <message>
        <source>not given yet</source>
        <translation>아직 정해지지 않음</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>덮어쓰임</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>고정됨</translation>
    </message>
    <message>
        <source>live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>다름</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>실행 중 아님</translation>
    </message>
    <message>
        <source>known inside</source>
        <translation>안에서만 앎</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>비교 안 함</translation>
    </message>
    <message>
        <source>Never: the container sets the same variable again further down, and the later one counts.</source>
        <translation>바뀌지 않습니다. 컨테이너가 같은 변수를 아래에서 다시 정하며, 나중 것이 적용됩니다.</translation>
    </message>
    <message>
        <source>Only when the container starts again: an environment variable is frozen at the start.</source>
        <translation>컨테이너가 다시 시작할 때만 바뀝니다. 환경 변수는 시작할 때 고정됩니다.</translation>
    </message>
    <message>
        <source>Only when the container starts again: all who mount the file do so by subPath, which shows the file as it was at the start.</source>
        <translation>컨테이너가 다시 시작할 때만 바뀝니다. 이 파일은 모두 subPath로 마운트되어 시작할 때의 내용을 보여 줍니다.</translation>
    </message>
    <message>
        <source>While the container runs: the kubelet writes the file anew within a minute or two. What is mounted by subPath stays as it was at the start.</source>
        <translation>컨테이너가 실행되는 동안 바뀝니다. kubelet이 1~2분 안에 파일을 다시 씁니다. subPath로 마운트된 것은 시작할 때의 내용 그대로입니다.</translation>
    </message>
    <message>
        <source>In the container: %1</source>
        <translation>컨테이너 안: %1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>지금: %1</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(비어 있음)</translation>
    </message>
    <message>
        <source>the variable needs a name</source>
        <translation>변수 이름이 필요합니다</translation>
    </message>
    <message>
        <source>the name of a variable may hold all printable characters of ASCII except =</source>
        <translation>변수 이름에는 =을 뺀 출력 가능한 ASCII 문자를 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>container %1 has a variable %2 already: the later one counts</source>
        <translation>컨테이너 %1에 변수 %2이(가) 이미 있습니다. 나중 것이 적용됩니다</translation>
    </message>
    <message>
        <source>the file needs a path</source>
        <translation>파일 경로가 필요합니다</translation>
    </message>
    <message>
        <source>the path of the file is counted from the volume, so it does not begin with /</source>
        <translation>파일 경로는 볼륨을 기준으로 하므로 /로 시작하지 않습니다</translation>
    </message>
    <message>
        <source>the path of the file neither begins with .. nor has a step ..</source>
        <translation>파일 경로는 ..으로 시작하거나 ..을 포함할 수 없습니다</translation>
    </message>
    <message>
        <source>%1 is in what was put together already</source>
        <translation>%1은(는) 이미 담은 항목에 있습니다</translation>
    </message>
    <message>
        <source>the name of a volume has small letters, digits and -, begins and ends with a letter or digit, and has 63 characters at most</source>
        <translation>볼륨 이름은 소문자, 숫자, -로 이루어지고 문자나 숫자로 시작하고 끝나며 63자를 넘지 않습니다</translation>
    </message>
    <message>
        <source>the pod has a volume %1 already</source>
        <translation>Pod에 볼륨 %1이(가) 이미 있습니다</translation>
    </message>
    <message>
        <source>the volume needs a path to be mounted at</source>
        <translation>볼륨을 마운트할 경로가 필요합니다</translation>
    </message>
    <message>
        <source>container %1 has something mounted at %2 already</source>
        <translation>컨테이너 %1의 %2에 이미 마운트된 것이 있습니다</translation>
    </message>
    <message>
        <source>container %1 has no limit of %2</source>
        <translation>컨테이너 %1에 %2 limit이 없습니다</translation>
    </message>
    <message>
        <source>container %1 has a limit of %2 of %3</source>
        <translation>컨테이너 %1의 %3 limit은 %2입니다</translation>
    </message>
    <message>
        <source>container %1 requests %2 of %3</source>
        <translation>컨테이너 %1의 %3 request는 %2입니다</translation>
    </message>
    <message>
        <source>the pod as a whole has a limit of %1</source>
        <translation>Pod 전체의 limit이 %1입니다</translation>
    </message>
    <message>
        <source>node %1 has %2 of it for pods</source>
        <translation>노드 %1의 allocatable이 %2입니다</translation>
    </message>
    <message>
        <source>node %1 does not say how much it has, which counts as 0</source>
        <translation>노드 %1이(가) 양을 알리지 않아 0으로 봅니다</translation>
    </message>
    <message>
        <source>nothing stands in for it where env names an init container, which counts as 0</source>
        <translation>env가 init 컨테이너를 이름으로 가리키면 대신할 값이 없어 0으로 봅니다</translation>
    </message>
    <message>
        <source>nothing stands in for it, which counts as 0</source>
        <translation>대신할 값이 없어 0으로 봅니다</translation>
    </message>
    <message>
        <source>container %1 requests no %2, which counts as 0</source>
        <translation>컨테이너 %1에 %2 request가 없어 0으로 봅니다</translation>
    </message>
    <message>
        <source>in bytes: %1</source>
        <translation>바이트로: %1</translation>
    </message>
    <message>
        <source>divided by %1: %2</source>
        <translation>%1(으)로 나눔: %2</translation>
    </message>
    <message>
        <source>too large for a number of 64 bits, which a kubelet on amd64 writes as %1</source>
        <translation>64비트 수로는 너무 커서 amd64의 kubelet은 %1(으)로 씁니다</translation>
    </message>
    <message>
        <source>no more than a number of 64 bits can say: %1</source>
        <translation>64비트 수가 나타낼 수 있는 최댓값: %1</translation>
    </message>
    <message>
        <source>rounded up: %1</source>
        <translation>올림: %1</translation>
    </message>
    <message>
        <source>all of them, one on a line, in the order of their keys, values quoted</source>
        <translation>모두를 키 순서로 한 줄에 하나씩, 값은 따옴표로 묶어 씁니다</translation>
    </message>
    <message>
        <source>the label %1 of the pod</source>
        <translation>Pod의 레이블 %1</translation>
    </message>
    <message>
        <source>the annotation %1 of the pod</source>
        <translation>Pod의 애너테이션 %1</translation>
    </message>
    <message>
        <source>the pod has no label %1, which gives nothing</source>
        <translation>Pod에 레이블 %1이(가) 없어 빈 값입니다</translation>
    </message>
    <message>
        <source>the pod has no annotation %1, which gives nothing</source>
        <translation>Pod에 애너테이션 %1이(가) 없어 빈 값입니다</translation>
    </message>
    <message>
        <source>as %1 of the pod says</source>
        <translation>Pod의 %1 값 그대로입니다</translation>
    </message>
    <message>
        <source>the kubelet puts two of its own among them, kubernetes.io/config.seen and kubernetes.io/config.source, which the API server does not have</source>
        <translation>kubelet이 API 서버에는 없는 kubernetes.io/config.seen과 kubernetes.io/config.source를 더합니다</translation>
    </message>
    <message>
        <source>the entry names no field</source>
        <translation>항목에 필드가 없습니다</translation>
    </message>
    <message>
        <source>%1 is not allowed in a volume, at most in env</source>
        <translation>%1은(는) 볼륨에서 쓸 수 없고 env에서만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>%1 as a whole is allowed in a volume only; env takes one key of it</source>
        <translation>%1 전체는 볼륨에서만 쓸 수 있습니다. env에는 키 하나를 씁니다</translation>
    </message>
    <message>
        <source>%1 is no field that the Downward API gives here</source>
        <translation>%1은(는) Downward API가 여기서 주는 필드가 아닙니다</translation>
    </message>
    <message>
        <source>%1 cannot be divided by %2, but by: %3</source>
        <translation>%1은(는) %2(으)로 나눌 수 없습니다. 쓸 수 있는 값: %3</translation>
    </message>
    <message>
        <source>an item of a volume has to name a container</source>
        <translation>볼륨의 항목은 컨테이너를 지정해야 합니다</translation>
    </message>
    <message>
        <source>the pod has no container %1 that could be meant</source>
        <translation>Pod에 가리킬 수 있는 컨테이너 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>the pod is not on a node yet</source>
        <translation>Pod가 아직 노드에 없습니다</translation>
    </message>
    <message>
        <source>what its node has for pods counts, and the node is not known</source>
        <translation>노드의 allocatable이 쓰이는데 노드를 모릅니다</translation>
    </message>
    <message>
        <source>only the kubelet knows when it first saw the pod</source>
        <translation>Pod를 처음 본 때는 kubelet만 압니다</translation>
    </message>
    <message>
        <source>the kubelet says it once the pod is on its node</source>
        <translation>Pod가 노드에 놓이면 kubelet이 알립니다</translation>
    </message>
    <message>
        <source>the server gives it when the pod is created</source>
        <translation>Pod를 만들 때 서버가 정합니다</translation>
    </message>
    <message>
        <source>another field, divisor or container in the entry: as it is, the server refuses it or the container does not start</source>
        <translation>항목의 필드, divisor 또는 컨테이너를 바꾸세요. 이대로는 서버가 거부하거나 컨테이너가 시작하지 않습니다</translation>
    </message>
    <message>
        <source>resources.limits.%1 of container %2, or spec.resources.limits.%1 of the pod</source>
        <translation>컨테이너 %2의 resources.limits.%1 또는 Pod의 spec.resources.limits.%1</translation>
    </message>
    <message>
        <source>resources.limits.%1 of container %2</source>
        <translation>컨테이너 %2의 resources.limits.%1</translation>
    </message>
    <message>
        <source>resources.requests.%1 of container %2</source>
        <translation>컨테이너 %2의 resources.requests.%1</translation>
    </message>
    <message>
        <source>a label of the pod: kubectl label pod … %1=…</source>
        <translation>Pod의 레이블: kubectl label pod … %1=…</translation>
    </message>
    <message>
        <source>an annotation of the pod: kubectl annotate pod … %1=…</source>
        <translation>Pod의 애너테이션: kubectl annotate pod … %1=…</translation>
    </message>
    <message>
        <source>spec.serviceAccountName, which makes a new pod</source>
        <translation>spec.serviceAccountName. 새 Pod가 만들어집니다</translation>
    </message>
    <message>
        <source>nothing: it is given to the pod, and another pod has another</source>
        <translation>바꿀 수 없습니다. Pod에 주어지는 값이며 다른 Pod는 다른 값을 가집니다</translation>
    </message>
    <message>
        <source>the name of the pod</source>
        <translation>Pod의 이름</translation>
    </message>
    <message>
        <source>the namespace of the pod</source>
        <translation>Pod의 네임스페이스</translation>
    </message>
    <message>
        <source>what tells this pod from all others, also of the same name</source>
        <translation>이름이 같은 것까지 다른 모든 Pod와 구별하는 값</translation>
    </message>
    <message>
        <source>all labels, one on a line</source>
        <translation>모든 레이블, 한 줄에 하나씩</translation>
    </message>
    <message>
        <source>all annotations, one on a line</source>
        <translation>모든 애너테이션, 한 줄에 하나씩</translation>
    </message>
    <message>
        <source>the node that the pod is on</source>
        <translation>Pod가 놓인 노드</translation>
    </message>
    <message>
        <source>whose identity the pod has at the API server</source>
        <translation>API 서버에서 Pod의 신원</translation>
    </message>
    <message>
        <source>the address of the node</source>
        <translation>노드의 주소</translation>
    </message>
    <message>
        <source>all addresses of the node, with commas between them</source>
        <translation>노드의 모든 주소, 쉼표로 구분</translation>
    </message>
    <message>
        <source>the address of the pod</source>
        <translation>Pod의 주소</translation>
    </message>
    <message>
        <source>all addresses of the pod, with commas between them</source>
        <translation>Pod의 모든 주소, 쉼표로 구분</translation>
    </message>
    <message>
        <source>one label</source>
        <translation>레이블 하나</translation>
    </message>
    <message>
        <source>one annotation</source>
        <translation>애너테이션 하나</translation>
    </message>
    <message>
        <source>the most that the container may use of %1</source>
        <translation>컨테이너가 쓸 수 있는 %1의 최대량</translation>
    </message>
    <message>
        <source>what is set aside for the container of %1</source>
        <translation>컨테이너를 위해 남겨 둔 %1의 양</translation>
    </message>
</context>
<context>
    <name>downward::BuilderPane</name>
    <message>
        <source>Environment variable</source>
        <translation>환경 변수</translation>
    </message>
    <message>
        <source>File in a volume</source>
        <translation>볼륨의 파일</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>컨테이너</translation>
    </message>
    <message>
        <source>Divided by</source>
        <translation>나누는 값</translation>
    </message>
    <message>
        <source>Name or path</source>
        <translation>이름 또는 경로</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>볼륨</translation>
    </message>
    <message>
        <source>Mounted at</source>
        <translation>마운트 경로</translation>
    </message>
    <message>
        <source>It would be</source>
        <translation>지금 값</translation>
    </message>
    <message>
        <source>To mend</source>
        <translation>고칠 것</translation>
    </message>
    <message>
        <source>For the pod, or the template of what makes it. Nothing is applied.</source>
        <translation>Pod 또는 Pod를 만드는 템플릿에 쓰세요. 아무것도 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>YAML to write</source>
        <translation>쓸 YAML</translation>
    </message>
    <message>
        <source>Copy YAML</source>
        <translation>YAML 복사</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>하나 더 추가</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(비어 있음)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Copied the YAML</source>
        <translation>YAML을 복사했습니다</translation>
    </message>
</context>
<context>
    <name>downward::ContainerReading</name>
    <message>
        <source>The cluster is marked read-only: nothing is run in its containers</source>
        <translation>클러스터가 읽기 전용으로 표시되어 컨테이너에서 아무것도 실행하지 않습니다</translation>
    </message>
    <message>
        <source>What the viewed one may see is worked out here: nothing is run in containers for them</source>
        <translation>대신 보는 대상의 권한은 여기서 계산한 것이므로 컨테이너에서 아무것도 실행하지 않습니다</translation>
    </message>
    <message>
        <source>Missing is the right to %1 pods/exec in namespace %2. %3</source>
        <translation>네임스페이스 %2에서 pods/exec을 %1할 권한이 없습니다. %3</translation>
    </message>
    <message>
        <source>container %1 does not run now</source>
        <translation>컨테이너 %1이(가) 지금 실행 중이 아닙니다</translation>
    </message>
</context>
<context>
    <name>downward::DownwardTab</name>
    <message>
        <source>Filter: name, field or value</source>
        <translation>필터: 이름, 필드 또는 값</translation>
    </message>
    <message>
        <source>Filter of the entries</source>
        <translation>항목 필터</translation>
    </message>
    <message>
        <source>Compare with the container</source>
        <translation>컨테이너와 비교</translation>
    </message>
    <message>
        <source>Reads the variables and files inside of the containers, by commands that run there</source>
        <translation>컨테이너 안에서 명령을 실행해 변수와 파일을 읽습니다</translation>
    </message>
    <message>
        <source>Add entries…</source>
        <translation>항목 추가…</translation>
    </message>
    <message>
        <source>Puts new entries together and shows the YAML to write; nothing is applied</source>
        <translation>새 항목을 모아 쓸 YAML을 보여 줍니다. 아무것도 적용되지 않습니다</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV로 저장…</translation>
    </message>
    <message>
        <source>All entries with their values, as a file for other programs</source>
        <translation>모든 항목과 값을 다른 프로그램용 파일로 저장합니다</translation>
    </message>
    <message>
        <source>Entries of the Downward API</source>
        <translation>Downward API 항목</translation>
    </message>
    <message>
        <source>This pod uses no field of the Downward API</source>
        <translation>이 Pod는 Downward API 필드를 쓰지 않습니다</translation>
    </message>
    <message>
        <source>With the Downward API a pod tells its containers about itself, without asking the API server: its name, namespace, addresses, labels, and what a container may use.
As an environment variable a value is frozen when the container starts; as a file in a volume it follows the pod.</source>
        <translation>Downward API를 쓰면 컨테이너가 API 서버에 묻지 않고도 자기 Pod의 이름, 네임스페이스, 주소, 레이블과 쓸 수 있는 자원을 알 수 있습니다.
환경 변수의 값은 컨테이너가 시작할 때 고정되고, 볼륨의 파일은 Pod를 따라 바뀝니다.</translation>
    </message>
    <message>
        <source>The pod asks for nothing itself</source>
        <translation>Pod가 직접 쓰는 항목이 없습니다</translation>
    </message>
    <message>
        <source>The server added the volume of the ServiceAccount. With the Downward API a pod tells its containers its name, addresses, labels and limits.</source>
        <translation>ServiceAccount의 볼륨은 서버가 더했습니다. Downward API를 쓰면 컨테이너가 Pod의 이름, 주소, 레이블, limit을 알 수 있습니다.</translation>
    </message>
    <message>
        <source>The node of the pod could not be read</source>
        <translation>Pod의 노드를 읽지 못했습니다</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Reading inside of the containers</source>
        <translation>컨테이너 안을 읽는 중</translation>
    </message>
    <message>
        <source>Commands run there that print variables and files.</source>
        <translation>변수와 파일을 출력하는 명령을 실행합니다.</translation>
    </message>
    <message>
        <source>The containers were not read</source>
        <translation>컨테이너를 읽지 못했습니다</translation>
    </message>
    <message>
        <source>Compared with the containers at %1</source>
        <translation>%1에 컨테이너와 비교함</translation>
    </message>
    <message>
        <source>Equal: %1. Different: %2. Not readable: %3.</source>
        <translation>같음: %1. 다름: %2. 읽을 수 없음: %3.</translation>
    </message>
    <message>
        <source>Save the entries</source>
        <translation>항목 저장</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>No entry matches the filter</source>
        <translation>필터에 맞는 항목이 없습니다</translation>
    </message>
</context>
<context>
    <name>downward::EntriesModel</name>
    <message>
        <source>Name or file</source>
        <translation>이름 또는 파일</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Value now</source>
        <translation>지금 값</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>How it came about</source>
        <translation>계산 과정</translation>
    </message>
    <message>
        <source>In the container</source>
        <translation>컨테이너 안</translation>
    </message>
</context>
<context>
    <name>downward::EntryPane</name>
    <message>
        <source>%1 (by subPath of a folder: gone once the kubelet writes the volume anew)</source>
        <translation>%1 (폴더의 subPath: kubelet이 볼륨을 다시 쓰면 사라짐)</translation>
    </message>
    <message>
        <source>%1 (by subPath: frozen at the start)</source>
        <translation>%1 (subPath: 시작할 때 고정됨)</translation>
    </message>
    <message>
        <source>No container mounts it.</source>
        <translation>마운트한 컨테이너가 없습니다.</translation>
    </message>
    <message>
        <source>The chosen entry</source>
        <translation>선택한 항목</translation>
    </message>
    <message>
        <source>Value now</source>
        <translation>지금 값</translation>
    </message>
    <message>
        <source>How it came about</source>
        <translation>계산 과정</translation>
    </message>
    <message>
        <source>When it changes</source>
        <translation>바뀌는 때</translation>
    </message>
    <message>
        <source>Where it is seen</source>
        <translation>보이는 곳</translation>
    </message>
    <message>
        <source>To change it</source>
        <translation>값을 바꾸려면</translation>
    </message>
    <message>
        <source>In the container</source>
        <translation>컨테이너 안</translation>
    </message>
    <message>
        <source>Choose an entry to see how its value came about</source>
        <translation>항목을 선택하면 값의 계산 과정을 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>graph</name>
    <message>
        <source>implied by the server</source>
        <translation>서버가 더함</translation>
    </message>
    <message>
        <source>cluster-wide</source>
        <translation>클러스터 전체</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>on the path</source>
        <translation>경로에 있음</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>위험</translation>
    </message>
    <message>
        <source>confirmed by the server</source>
        <translation>서버가 확인함</translation>
    </message>
    <message>
        <source>%1 %2: not allowed</source>
        <translation>%1 %2: 허용되지 않음</translation>
    </message>
    <message>
        <source>%1 %2: allowed for some names only</source>
        <translation>%1 %2: 일부 이름만 허용됨</translation>
    </message>
    <message>
        <source>%1 %2: not known</source>
        <translation>%1 %2: 알 수 없음</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>그 밖에 %1개</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>시작: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>끝: %1</translation>
    </message>
    <message>
        <source>%1 %2: allowed in some namespaces</source>
        <translation>%1 %2: 일부 네임스페이스에서 허용됨</translation>
    </message>
    <message>
        <source>%1 %2: allowed in the whole cluster</source>
        <translation>%1 %2: 클러스터 전체에서 허용됨</translation>
    </message>
    <message>
        <source>%1 (everything)</source>
        <translation>%1 (전부)</translation>
    </message>
    <message>
        <source>%1 (all URLs)</source>
        <translation>%1 (모든 URL)</translation>
    </message>
    <message>
        <source>gained</source>
        <translation>얻음</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>잃음</translation>
    </message>
    <message>
        <source>gained in one place, lost in another</source>
        <translation>한 곳에서는 얻고 다른 곳에서는 잃음</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>wrong use</source>
        <translation>잘못된 사용</translation>
    </message>
    <message>
        <source>the container could not be run</source>
        <translation>컨테이너를 실행할 수 없음</translation>
    </message>
    <message>
        <source>the command cannot be run</source>
        <translation>명령을 실행할 수 없음</translation>
    </message>
    <message>
        <source>command not found</source>
        <translation>명령을 찾을 수 없음</translation>
    </message>
    <message>
        <source>wrong exit code, or the container could not be started</source>
        <translation>잘못된 종료 코드이거나 컨테이너를 시작할 수 없음</translation>
    </message>
    <message>
        <source>hung up (SIGHUP)</source>
        <translation>연결 끊김(SIGHUP)</translation>
    </message>
    <message>
        <source>interrupted (SIGINT)</source>
        <translation>중단됨(SIGINT)</translation>
    </message>
    <message>
        <source>quit (SIGQUIT)</source>
        <translation>종료됨(SIGQUIT)</translation>
    </message>
    <message>
        <source>illegal instruction (SIGILL)</source>
        <translation>잘못된 명령어(SIGILL)</translation>
    </message>
    <message>
        <source>aborted (SIGABRT)</source>
        <translation>스스로 중단함(SIGABRT)</translation>
    </message>
    <message>
        <source>bus error (SIGBUS)</source>
        <translation>버스 오류(SIGBUS)</translation>
    </message>
    <message>
        <source>arithmetic error (SIGFPE)</source>
        <translation>산술 오류(SIGFPE)</translation>
    </message>
    <message>
        <source>killed (SIGKILL)</source>
        <translation>강제 종료됨(SIGKILL)</translation>
    </message>
    <message>
        <source>memory fault (SIGSEGV)</source>
        <translation>잘못된 메모리 접근(SIGSEGV)</translation>
    </message>
    <message>
        <source>broken pipe (SIGPIPE)</source>
        <translation>끊어진 파이프(SIGPIPE)</translation>
    </message>
    <message>
        <source>terminated (SIGTERM)</source>
        <translation>종료 요청을 받음(SIGTERM)</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>종료 코드 %1</translation>
    </message>
    <message>
        <source>last exit %1</source>
        <translation>마지막 종료 코드 %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>Last run did not succeed</source>
        <translation>마지막 실행이 성공하지 못함</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>스케일 중</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Not scaling</source>
        <translation>스케일하지 못함</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로 만들어짐</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>여유 있음</translation>
    </message>
    <message>
        <source>Nearly used up</source>
        <translation>거의 다 사용함</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>모두 사용함</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>제한</translation>
    </message>
    <message>
        <source>Allocatable</source>
        <translation>할당 가능</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>CPU throttling</source>
        <translation>CPU 스로틀링</translation>
    </message>
    <message>
        <source>Throttled periods</source>
        <translation>스로틀된 구간</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>Disk reads and writes</source>
        <translation>디스크 읽기와 쓰기</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>재시작</translation>
    </message>
    <message>
        <source>Used by containers</source>
        <translation>컨테이너 사용량</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>사용량</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>파드</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU 시간</translation>
    </message>
    <message>
        <source>API server</source>
        <translation>API 서버</translation>
    </message>
    <message>
        <source>Requests to the API</source>
        <translation>API 요청</translation>
    </message>
    <message>
        <source>Failed with 5xx</source>
        <translation>5xx 실패</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>실패한 요청</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>트래픽</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>공간</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Quota of requests</source>
        <translation>요청 할당량</translation>
    </message>
    <message>
        <source>Quota of limits</source>
        <translation>제한 할당량</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>볼륨</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>레플리카</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>사용 가능</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>원하는 수</translation>
    </message>
    <message>
        <source>Restarts so far</source>
        <translation>지금까지의 재시작</translation>
    </message>
    <message>
        <source>Memory by kind</source>
        <translation>종류별 메모리</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>상주</translation>
    </message>
    <message>
        <source>Page cache</source>
        <translation>페이지 캐시</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>스왑</translation>
    </message>
    <message>
        <source>CPU by pod</source>
        <translation>파드별 CPU</translation>
    </message>
    <message>
        <source>Memory by pod</source>
        <translation>파드별 메모리</translation>
    </message>
    <message>
        <source>CPU by container</source>
        <translation>컨테이너별 CPU</translation>
    </message>
    <message>
        <source>Memory by container</source>
        <translation>컨테이너별 메모리</translation>
    </message>
    <message>
        <source>The server has no metric %1.</source>
        <translation>서버에 %1 메트릭이 없습니다.</translation>
    </message>
    <message>
        <source>Compare its name with those the server knows, and the targets that it scrapes.</source>
        <translation>이름을 서버가 아는 메트릭 이름과 비교하고, 서버가 수집하는 대상을 확인하세요.</translation>
    </message>
    <message>
        <source>%1 is scraped, but tells nothing of %2.</source>
        <translation>%1에서 수집하고 있지만 %2 값은 나오지 않습니다.</translation>
    </message>
    <message>
        <source>The metric %1 is missing: %2 gives it.</source>
        <translation>%1 메트릭이 없습니다. 제공하는 곳: %2.</translation>
    </message>
    <message>
        <source>The label %1 of %2 is called exported_%1: the scrape job keeps its own label of that name.</source>
        <translation>%2의 레이블 %1이(가) exported_%1(으)로 바뀌어 있습니다. 수집 작업이 같은 이름의 자체 레이블을 유지하기 때문입니다.</translation>
    </message>
    <message>
        <source>Set honor_labels: true for the scrape job %1 (in a ServiceMonitor: honorLabels).</source>
        <translation>수집 작업 %1에 honor_labels: true를 설정하세요(ServiceMonitor에서는 honorLabels).</translation>
    </message>
    <message>
        <source>%1 is there, but without the label %2.</source>
        <translation>%1은(는) 있지만 레이블 %2이(가) 없습니다.</translation>
    </message>
    <message>
        <source>cAdvisor tells pods and containers apart when the kubelet knows the runtime&apos;s socket. Relabelling in the scrape job %1 may have dropped the label too.</source>
        <translation>cAdvisor는 kubelet이 런타임 소켓을 알아야 파드와 컨테이너를 구분합니다. 수집 작업 %1의 레이블 재지정에서 레이블이 삭제되었을 수도 있습니다.</translation>
    </message>
    <message>
        <source>Look at the relabelling of the scrape job %1.</source>
        <translation>수집 작업 %1의 레이블 재지정을 확인하세요.</translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 s ahead of this computer&apos;s.</source>
        <translation>서버 시계가 이 컴퓨터보다 %1초 빠릅니다.</translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 s behind this computer&apos;s.</source>
        <translation>서버 시계가 이 컴퓨터보다 %1초 느립니다.</translation>
    </message>
    <message>
        <source>Set the wrong one of both clocks; until then the newest values may lie outside of the chart.</source>
        <translation>둘 중 틀린 시계를 맞추세요. 그때까지 최신 값이 차트 밖에 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>The server has these metrics, but none of them of this object in this time.</source>
        <translation>서버에 이 메트릭이 있지만, 이 시간 동안 이 오브젝트의 값은 없습니다.</translation>
    </message>
    <message>
        <source>What is new is measured after two scrapes (%1 s). For what is gone, choose the time when it was there.</source>
        <translation>새 오브젝트는 두 번 수집된 뒤(%1초) 값이 나옵니다. 사라진 오브젝트는 있었던 시간을 선택하세요.</translation>
    </message>
    <message>
        <source>Something else answers at this address: a sign-in page, a proxy, or another program.</source>
        <translation>이 주소에서는 다른 것이 응답합니다. 로그인 페이지, 프록시, 다른 프로그램일 수 있습니다.</translation>
    </message>
    <message>
        <source>It is not allowed: %1</source>
        <translation>허용되지 않습니다: %1</translation>
    </message>
    <message>
        <source>The server wants to know who asks: %1</source>
        <translation>서버가 인증을 요구합니다: %1</translation>
    </message>
    <message>
        <source>No pod of the server is ready: %1</source>
        <translation>서버의 파드 중 준비된 것이 없습니다: %1</translation>
    </message>
    <message>
        <source>Look at its pods and their events.</source>
        <translation>서버의 파드와 이벤트를 확인하세요.</translation>
    </message>
    <message>
        <source>There is nothing at this address: %1</source>
        <translation>이 주소에는 아무것도 없습니다: %1</translation>
    </message>
    <message>
        <source>Look whether the Service still has that name and port.</source>
        <translation>Service의 이름과 포트가 그대로인지 확인하세요.</translation>
    </message>
    <message>
        <source>The server has no such path: %1</source>
        <translation>서버에 이 경로가 없습니다: %1</translation>
    </message>
    <message>
        <source>Look whether it has a path before /api (routePrefix, --web.external-url), and give it with the address.</source>
        <translation>/api 앞에 경로가 있는지(routePrefix, --web.external-url) 확인하고 주소에 함께 입력하세요.</translation>
    </message>
    <message>
        <source>The server leads elsewhere: %1</source>
        <translation>서버가 다른 곳으로 보냅니다: %1</translation>
    </message>
    <message>
        <source>The answer did not come in time: %1</source>
        <translation>제시간에 응답이 오지 않았습니다: %1</translation>
    </message>
    <message>
        <source>Choose a shorter time, and look at the CPU and memory of the server that is asked.</source>
        <translation>더 짧은 시간을 선택하고, 질의받는 서버의 CPU와 메모리를 확인하세요.</translation>
    </message>
    <message>
        <source>The server was not reached: %1</source>
        <translation>서버에 연결하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Look whether its pods are ready, and whether a NetworkPolicy keeps others away from them.</source>
        <translation>파드가 준비되었는지, NetworkPolicy가 접근을 막는지 확인하세요.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted: %1</source>
        <translation>서버 인증서를 신뢰할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>What answers is no server of the Prometheus API: %1</source>
        <translation>응답하는 것은 Prometheus API 서버가 아닙니다: %1</translation>
    </message>
    <message>
        <source>The answer makes no sense: %1</source>
        <translation>응답을 해석할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>It may have been cut on its way. Ask again, and look at the logs of the server and of proxies before it.</source>
        <translation>전송 중에 잘렸을 수 있습니다. 다시 요청하고, 서버와 그 앞 프록시의 로그를 확인하세요.</translation>
    </message>
    <message>
        <source>The answer is too large: %1</source>
        <translation>응답이 너무 큽니다: %1</translation>
    </message>
    <message>
        <source>Choose a shorter time or fewer objects.</source>
        <translation>더 짧은 시간이나 더 적은 오브젝트를 선택하세요.</translation>
    </message>
    <message>
        <source>The cluster is marked as read-only here: %1</source>
        <translation>이 프로그램에서 읽기 전용으로 표시된 클러스터입니다: %1</translation>
    </message>
    <message>
        <source>A query this long needs create on services/proxy. Choose fewer objects.</source>
        <translation>이렇게 긴 쿼리에는 services/proxy에 대한 create가 필요합니다. 오브젝트를 더 적게 선택하세요.</translation>
    </message>
    <message>
        <source>The server refused the query: %1</source>
        <translation>서버가 쿼리를 거부했습니다: %1</translation>
    </message>
    <message>
        <source>Its words say which part it means; the query can be opened and changed.</source>
        <translation>어느 부분이 문제인지 서버의 메시지에 나와 있습니다. 쿼리를 열어 고칠 수 있습니다.</translation>
    </message>
    <message>
        <source>The server is asked too much: %1</source>
        <translation>서버에 요청이 너무 많습니다: %1</translation>
    </message>
    <message>
        <source>Wait a little; charts that nobody looks at are not asked for.</source>
        <translation>잠시 기다리세요. 보고 있지 않은 차트는 요청하지 않습니다.</translation>
    </message>
    <message>
        <source>The server failed: %1</source>
        <translation>서버 오류: %1</translation>
    </message>
    <message>
        <source>Its logs say more.</source>
        <translation>자세한 내용은 서버 로그에 있습니다.</translation>
    </message>
    <message>
        <source>%1 may not %2 %3 in the namespace %4.</source>
        <translation>사용자 %1: 네임스페이스 %4에서 %3에 대한 %2 권한이 없습니다.</translation>
    </message>
    <message>
        <source>%1 may not %2 %3 in the cluster.</source>
        <translation>사용자 %1: 클러스터에서 %3에 대한 %2 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Somebody who may give rights can allow it with these commands.</source>
        <translation>권한을 줄 수 있는 사람이 다음 명령으로 허용할 수 있습니다.</translation>
    </message>
    <message>
        <source>No Prometheus was found in the cluster.</source>
        <translation>클러스터에서 Prometheus를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 watches another cluster: %2</source>
        <translation>%1은(는) 다른 클러스터를 감시합니다: %2</translation>
    </message>
    <message>
        <source>Let Prometheus scrape every kubelet at %1. Its ServiceAccount needs the verb get on nodes/metrics.</source>
        <translation>Prometheus가 모든 kubelet의 %1을(를) 수집하게 하세요. 그 ServiceAccount에는 nodes/metrics에 대한 get 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>Install kube-state-metrics and let Prometheus scrape it with honor_labels.</source>
        <translation>kube-state-metrics를 설치하고 Prometheus가 honor_labels로 수집하게 하세요.</translation>
    </message>
    <message>
        <source>Install node-exporter on every node and let Prometheus scrape it.</source>
        <translation>모든 노드에 node-exporter를 설치하고 Prometheus가 수집하게 하세요.</translation>
    </message>
    <message>
        <source>Let Prometheus scrape the API server at /metrics. Its ServiceAccount needs the verb get on the URL /metrics.</source>
        <translation>Prometheus가 API 서버의 /metrics를 수집하게 하세요. 그 ServiceAccount에는 URL /metrics에 대한 get 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>Switch the metrics of ingress-nginx on and let Prometheus scrape them.</source>
        <translation>ingress-nginx의 메트릭을 켜고 Prometheus가 수집하게 하세요.</translation>
    </message>
    <message>
        <source>Switch the Prometheus metrics of Traefik on, with labels of services, and let Prometheus scrape them.</source>
        <translation>Traefik의 Prometheus 메트릭을 서비스 레이블과 함께 켜고 Prometheus가 수집하게 하세요.</translation>
    </message>
    <message>
        <source>A kubelet tells only of volumes that a running pod uses and whose driver measures them.</source>
        <translation>kubelet은 실행 중인 파드가 쓰고 드라이버가 측정하는 볼륨만 알려 줍니다.</translation>
    </message>
    <message>
        <source>Throttling is counted for containers with a CPU limit only.</source>
        <translation>스로틀링은 CPU 제한이 있는 컨테이너에서만 집계됩니다.</translation>
    </message>
    <message>
        <source>Not every container runtime measures what containers read and write.</source>
        <translation>모든 컨테이너 런타임이 컨테이너의 읽기와 쓰기를 측정하지는 않습니다.</translation>
    </message>
    <message>
        <source>The network of pods that use the network of their node is not measured.</source>
        <translation>노드의 네트워크를 쓰는 파드의 네트워크는 측정되지 않습니다.</translation>
    </message>
    <message>
        <source>There is no ResourceQuota in the cluster.</source>
        <translation>클러스터에 ResourceQuota가 없습니다.</translation>
    </message>
    <message>
        <source>There is no PersistentVolumeClaim in the cluster, or kube-state-metrics was started without it.</source>
        <translation>클러스터에 PersistentVolumeClaim이 없거나, kube-state-metrics가 이 종류 없이 시작되었습니다.</translation>
    </message>
    <message>
        <source>There is no Job in the cluster, or kube-state-metrics was started without it.</source>
        <translation>클러스터에 Job이 없거나, kube-state-metrics가 이 종류 없이 시작되었습니다.</translation>
    </message>
    <message>
        <source>kube-state-metrics may have been started without this kind (--resources), or may not list it.</source>
        <translation>kube-state-metrics가 이 종류 없이 시작되었거나(--resources), 목록을 볼 권한이 없을 수 있습니다.</translation>
    </message>
    <message>
        <source>node-exporter may have been started without this collector.</source>
        <translation>node-exporter가 이 수집기 없이 시작되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>ingress-nginx counts a request when the first one has come.</source>
        <translation>ingress-nginx는 첫 요청이 온 뒤부터 집계합니다.</translation>
    </message>
    <message>
        <source>Traefik counts a request when the first one has come, and by service only with addServicesLabels.</source>
        <translation>Traefik은 첫 요청이 온 뒤부터 집계하며, addServicesLabels가 있어야 서비스별로 집계합니다.</translation>
    </message>
    <message>
        <source>Metrics of the cluster</source>
        <translation>클러스터 메트릭</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>메트릭</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1일</translation>
    </message>
    <message>
        <source>The server did not answer</source>
        <translation>서버가 답하지 않았습니다</translation>
    </message>
    <message>
        <source>Nothing was measured in this time</source>
        <translation>이 시간에는 측정된 것이 없습니다</translation>
    </message>
    <message>
        <source>All others together</source>
        <translation>나머지 합계</translation>
    </message>
    <message>
        <source>Highest of all others</source>
        <translation>나머지 중 최고</translation>
    </message>
    <message>
        <source>No Prometheus that watches this cluster was found</source>
        <translation>이 클러스터를 보는 Prometheus를 찾지 못했습니다</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>권한 없음</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>로그인되지 않음</translation>
    </message>
    <message>
        <source>Nothing at this address</source>
        <translation>이 주소에 아무것도 없음</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>시간 안에 응답이 없음</translation>
    </message>
    <message>
        <source>The server was not reached</source>
        <translation>서버에 연결하지 못했습니다</translation>
    </message>
    <message>
        <source>The certificate is not trusted</source>
        <translation>인증서를 신뢰할 수 없음</translation>
    </message>
    <message>
        <source>No usable answer</source>
        <translation>쓸 수 있는 응답이 아님</translation>
    </message>
    <message>
        <source>It watches another cluster</source>
        <translation>다른 클러스터를 보고 있음</translation>
    </message>
    <message>
        <source>The clocks differ</source>
        <translation>시계가 서로 다름</translation>
    </message>
    <message>
        <source>A metric is missing</source>
        <translation>메트릭이 없음</translation>
    </message>
    <message>
        <source>The exporter tells nothing of it</source>
        <translation>익스포터가 이 값을 내보내지 않음</translation>
    </message>
    <message>
        <source>A label is missing</source>
        <translation>레이블이 없음</translation>
    </message>
    <message>
        <source>Labels have other names</source>
        <translation>레이블 이름이 다름</translation>
    </message>
    <message>
        <source>Too much was asked for</source>
        <translation>너무 많은 것을 요청했음</translation>
    </message>
    <message>
        <source>The query was refused</source>
        <translation>쿼리가 거부되었습니다</translation>
    </message>
    <message>
        <source>The API server was not reached: %1</source>
        <translation>API 서버에 연결하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The way to Prometheus leads through it: look again when the cluster can be reached.</source>
        <translation>Prometheus로 가는 길은 API 서버를 지납니다. 클러스터에 연결할 수 있을 때 다시 찾아보세요.</translation>
    </message>
    <message>
        <source>what it watches could not be asked: %1</source>
        <translation>무엇을 감시하는지 물어볼 수 없었습니다: %1</translation>
    </message>
    <message>
        <source>its namespace kube-system was made at %1, this cluster&apos;s at %2</source>
        <translation>그 서버의 kube-system 네임스페이스는 %1에, 이 클러스터의 것은 %2에 만들어졌습니다</translation>
    </message>
    <message>
        <source>its namespace kube-system was made at the same second, %1</source>
        <translation>kube-system 네임스페이스가 같은 초(%1)에 만들어졌습니다</translation>
    </message>
    <message>
        <source>it knows %1 of %2 pods by their UIDs</source>
        <translation>Pod %2개 가운데 %1개를 UID로 알고 있습니다</translation>
    </message>
    <message>
        <source>it measures cgroups that carry UIDs of this cluster&apos;s pods</source>
        <translation>이 클러스터 Pod의 UID가 들어 있는 cgroup을 측정합니다</translation>
    </message>
    <message>
        <source>the node %1 has the same system UUID</source>
        <translation>노드 %1의 system UUID가 같습니다</translation>
    </message>
    <message>
        <source>its node %1 is another machine: the system UUIDs differ</source>
        <translation>그 서버의 노드 %1은(는) 다른 컴퓨터입니다. system UUID가 다릅니다</translation>
    </message>
    <message>
        <source>it knows %1 nodes, and none of this cluster&apos;s is among them (%2)</source>
        <translation>노드 %1개를 알지만 이 클러스터의 노드는 없습니다(%2)</translation>
    </message>
    <message>
        <source>neither the namespace kube-system, nor nodes, nor pods of this cluster may be read to compare with</source>
        <translation>비교할 이 클러스터의 kube-system 네임스페이스, 노드, Pod를 모두 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>names of nodes agree, but nothing that only this cluster has: kube_namespace_created and kube_pod_info (kube-state-metrics) or system UUIDs</source>
        <translation>노드 이름은 같지만 이 클러스터만의 근거가 없습니다: kube_namespace_created와 kube_pod_info(kube-state-metrics) 또는 system UUID</translation>
    </message>
    <message>
        <source>it knows pods, and none of the %1 that were looked for</source>
        <translation>Pod를 알지만 찾아본 %1개는 하나도 없습니다</translation>
    </message>
    <message>
        <source>it has none of the metrics that name a cluster&apos;s objects: kube_namespace_created, kube_pod_info, kube_node_info (kube-state-metrics), container_memory_working_set_bytes (kubelets)</source>
        <translation>클러스터의 오브젝트를 나타내는 메트릭이 없습니다: kube_namespace_created, kube_pod_info, kube_node_info(kube-state-metrics), container_memory_working_set_bytes(kubelet)</translation>
    </message>
    <message>
        <source>Ask for the right that the server names, or name a server on the page &quot;Prometheus server&quot;.</source>
        <translation>서버가 말한 권한을 요청하거나, &quot;Prometheus 서버&quot; 페이지에서 서버를 지정하십시오.</translation>
    </message>
    <message>
        <source>Give a token, or a user and password, on the page &quot;Prometheus server&quot;.</source>
        <translation>&quot;Prometheus 서버&quot; 페이지에서 토큰이나 사용자와 비밀번호를 적으십시오.</translation>
    </message>
    <message>
        <source>Name the server and its CA on the page &quot;Prometheus server&quot;.</source>
        <translation>&quot;Prometheus 서버&quot; 페이지에서 서버와 CA를 지정하십시오.</translation>
    </message>
    <message>
        <source>Install kube-prometheus-stack into the namespace monitoring, or name a server outside of the cluster on the page &quot;Prometheus server&quot;.</source>
        <translation>kube-prometheus-stack을 monitoring 네임스페이스에 설치하거나, &quot;Prometheus 서버&quot; 페이지에서 클러스터 밖의 서버를 지정하십시오.</translation>
    </message>
    <message>
        <source>Name another server on the page &quot;Prometheus server&quot;.</source>
        <translation>&quot;Prometheus 서버&quot; 페이지에서 다른 서버를 지정하십시오.</translation>
    </message>
    <message>
        <source>Your own server is not asked: %1</source>
        <translation>직접 지정한 서버에 묻지 않습니다: %1</translation>
    </message>
    <message>
        <source>Enter it again on the page &quot;Prometheus server&quot;.</source>
        <translation>&quot;Prometheus 서버&quot; 페이지에서 다시 입력하세요.</translation>
    </message>
</context>
<context>
    <name>metrics::ClusterServer</name>
    <message>
        <source>through the service proxy of the API server</source>
        <translation>API 서버의 서비스 프록시를 통해</translation>
    </message>
    <message>
        <source>by a port-forward into its pod</source>
        <translation>Pod로의 포트 포워드로</translation>
    </message>
    <message>
        <source>directly</source>
        <translation>직접</translation>
    </message>
</context>
<context>
    <name>metrics::DoctorPanel</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy where this chart comes from</source>
        <translation>이 차트의 출처 복사</translation>
    </message>
    <message>
        <source>Copied where the chart comes from</source>
        <translation>차트의 출처를 복사했습니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close where this chart comes from</source>
        <translation>차트의 출처 닫기</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>원인</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>해결</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>질의</translation>
    </message>
    <message>
        <source>PromQL</source>
        <translation>PromQL</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>Where “%1” comes from</source>
        <translation>“%1”의 출처</translation>
    </message>
    <message>
        <source>%1 to %2, a value every %3</source>
        <translation>%1 ~ %2, %3마다 값 하나</translation>
    </message>
    <message>
        <source>answered after %1 ms</source>
        <translation>%1 ms 만에 응답</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Where these charts come from</source>
        <translation>이 차트의 출처</translation>
    </message>
</context>
<context>
    <name>metrics::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>메트릭</translation>
    </message>
</context>
<context>
    <name>metrics::MetricsPane</name>
    <message>
        <source>How far back</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>컨테이너</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Show the period before as dashed lines</source>
        <translation>이전 기간을 점선으로 표시</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>새로 고침</translation>
    </message>
    <message>
        <source>Ask for new values now</source>
        <translation>지금 새 값을 요청</translation>
    </message>
    <message>
        <source>Looking for Prometheus</source>
        <translation>Prometheus를 찾고 있습니다</translation>
    </message>
    <message>
        <source>What may be one is asked whether it is, and whether it watches this cluster.</source>
        <translation>Prometheus일 수 있는 것에 실제로 Prometheus인지, 이 클러스터를 감시하는지 묻고 있습니다.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 찾기</translation>
    </message>
    <message>
        <source>Where this comes from</source>
        <translation>값의 출처 보기</translation>
    </message>
    <message>
        <source>All containers</source>
        <translation>모든 컨테이너</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>명령 복사</translation>
    </message>
    <message>
        <source>Copied the commands</source>
        <translation>명령을 복사했습니다</translation>
    </message>
    <message>
        <source>A container restarted</source>
        <translation>컨테이너가 다시 시작됨</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>서버…</translation>
    </message>
    <message>
        <source>Show which server the metrics come from</source>
        <translation>메트릭을 가져오는 서버 보기</translation>
    </message>
</context>
<context>
    <name>metrics::SampledBoard</name>
    <message>
        <source>kubelets</source>
        <translation>kubelet</translation>
    </message>
    <message>
        <source>Taking the first sample</source>
        <translation>첫 표본을 얻는 중</translation>
    </message>
    <message>
        <source>There is no Prometheus to ask, so that charts begin now.</source>
        <translation>물어볼 Prometheus가 없어서 차트는 지금부터 시작됩니다.</translation>
    </message>
    <message>
        <source>No sample could be taken: %1</source>
        <translation>표본을 얻지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 찾기</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>명령 복사</translation>
    </message>
    <message>
        <source>Nothing was sampled of it yet</source>
        <translation>아직 얻은 표본이 없습니다</translation>
    </message>
    <message>
        <source>%1 told nothing of this object. What is new is measured after some seconds.</source>
        <translation>%1에 이 오브젝트의 값이 없습니다. 새 오브젝트는 몇 초 뒤에 측정됩니다.</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, %2부터</translation>
    </message>
    <message>
        <source>Since %1, sampled by Wheelhouse from %2 while this page is open.</source>
        <translation>이 페이지가 열려 있는 동안 Wheelhouse가 %2에서 직접 얻은 값입니다(%1부터).</translation>
    </message>
    <message>
        <source>Sampled by Wheelhouse from %1 while this page is open.</source>
        <translation>이 페이지가 열려 있는 동안 Wheelhouse가 %1에서 직접 얻는 값입니다.</translation>
    </message>
    <message>
        <source>No Prometheus</source>
        <translation>Prometheus 없음</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Sampled by Wheelhouse from %1 every %2 s</source>
        <translation>Wheelhouse가 %1에서 %2초마다 직접 얻음</translation>
    </message>
    <message>
        <source>Copied the commands</source>
        <translation>명령을 복사했습니다</translation>
    </message>
</context>
<context>
    <name>overview</name>
    <message>
        <source>Overview of the cluster</source>
        <translation>클러스터 개요</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
</context>
<context>
    <name>overview::FactsModel</name>
    <message>
        <source>supported</source>
        <translation>지원됨</translation>
    </message>
    <message>
        <source>A kubelet may be up to three minor versions older than the API server.</source>
        <translation>kubelet은 API 서버보다 마이너 버전이 셋까지 낮아도 됩니다.</translation>
    </message>
    <message>
        <source>too old</source>
        <translation>너무 낮음</translation>
    </message>
    <message>
        <source>More than three minor versions older than the API server. Kubernetes does not support this: upgrade these nodes.</source>
        <translation>API 서버보다 마이너 버전이 넷 이상 낮습니다. Kubernetes가 지원하지 않으므로 이 노드를 업그레이드하십시오.</translation>
    </message>
    <message>
        <source>newer than the API server</source>
        <translation>API 서버보다 높음</translation>
    </message>
    <message>
        <source>A kubelet must never be newer than the API server: upgrade the control plane first.</source>
        <translation>kubelet은 API 서버보다 높을 수 없습니다. 컨트롤 플레인을 먼저 업그레이드하십시오.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>One of them tells no version.</source>
        <translation>둘 중 하나의 버전을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Your client certificate</source>
        <translation>내 클라이언트 인증서</translation>
    </message>
    <message>
        <source>Your token</source>
        <translation>내 토큰</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>인증 기관(CA)</translation>
    </message>
    <message>
        <source>none told</source>
        <translation>버전 없음</translation>
    </message>
    <message>
        <source>kubelet</source>
        <translation>kubelet</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>does not end</source>
        <translation>만료 없음</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>%1 후 만료</translation>
    </message>
    <message>
        <source>ended %1 ago</source>
        <translation>%1 전에 만료됨</translation>
    </message>
    <message>
        <source>API server</source>
        <translation>API 서버</translation>
    </message>
    <message>
        <source>What</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>%1 · nodes: %2</source>
        <translation>%1 · 노드: %2</translation>
    </message>
    <message>
        <source>The API server&apos;s certificate</source>
        <translation>API 서버 인증서</translation>
    </message>
</context>
<context>
    <name>overview::OverviewPage</name>
    <message>
        <source>Needs attention</source>
        <translation>확인이 필요한 것</translation>
    </message>
    <message>
        <source>Newest warnings</source>
        <translation>최근 경고</translation>
    </message>
    <message>
        <source>Versions and what ends</source>
        <translation>버전과 만료</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>only in %1</source>
        <translation>%1만</translation>
    </message>
    <message>
        <source>Needs attention: %1</source>
        <translation>확인이 필요한 것: %1</translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>확인이 필요한 것이 없습니다</translation>
    </message>
    <message>
        <source>Counting what needs attention</source>
        <translation>확인이 필요한 것을 세는 중</translation>
    </message>
    <message>
        <source>Warnings, newest first: %1</source>
        <translation>경고, 최신순: %1</translation>
    </message>
    <message>
        <source>No warnings</source>
        <translation>경고 없음</translation>
    </message>
    <message>
        <source>Reading warnings</source>
        <translation>경고를 읽는 중</translation>
    </message>
    <message>
        <source>nodes: %1</source>
        <translation>노드: %1</translation>
    </message>
</context>
<context>
    <name>overview::StateGrid</name>
    <message>
        <source>Kinds by state</source>
        <translation>상태별 종류</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Show %1: %2 %3</source>
        <translation>%1 보기: %2 %3</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>왜 안 되나요?</translation>
    </message>
    <message>
        <source>Why %1 may not be listed</source>
        <translation>%1 목록을 볼 수 없는 이유</translation>
    </message>
</context>
<context>
    <name>overview::UnwellModel</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>나이</translation>
    </message>
    <message>
        <source>%1 and %2 like it</source>
        <translation>%1 외 비슷한 %2개</translation>
    </message>
</context>
<context>
    <name>overview::WarningsModel</name>
    <message>
        <source>Last seen</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>오브젝트</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>횟수</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>No cluster is shown</source>
        <translation>보고 있는 클러스터가 없습니다</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>%1(으)로 전환</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>명령 팔레트</translation>
    </message>
    <message>
        <source>Go to an object…</source>
        <translation>오브젝트로 이동…</translation>
    </message>
    <message>
        <source>No cluster is connected</source>
        <translation>연결된 클러스터가 없습니다</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>이동…</translation>
    </message>
</context>
<context>
    <name>palette::CommandOffers</name>
    <message>
        <source>Command, page, kind or context</source>
        <translation>명령, 페이지, 종류, 컨텍스트</translation>
    </message>
</context>
<context>
    <name>palette::ObjectOffers</name>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
    <message>
        <source>Name of an object; also kind/name or namespace/name</source>
        <translation>오브젝트 이름, 또는 종류/이름, 네임스페이스/이름</translation>
    </message>
    <message>
        <source>Every object of the connected clusters, by its name</source>
        <translation>연결된 클러스터의 모든 오브젝트를 이름으로 찾습니다</translation>
    </message>
    <message>
        <source>%1 objects of %2 kinds searched</source>
        <translation>%2개 종류의 오브젝트 %1개를 찾아봄</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>맞는 것이 없습니다</translation>
    </message>
    <message>
        <source>still loading: %1</source>
        <translation>불러오는 중: %1</translation>
    </message>
    <message>
        <source>may not be listed: %1</source>
        <translation>조회 권한 없음: %1</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>실패: %1</translation>
    </message>
    <message>
        <source>only in part: %1</source>
        <translation>일부만: %1</translation>
    </message>
    <message>
        <source>Still loading</source>
        <translation>불러오는 중</translation>
    </message>
    <message>
        <source>May not be listed</source>
        <translation>조회 권한이 없음</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Only the first %1 objects</source>
        <translation>처음 오브젝트 %1개만</translation>
    </message>
    <message>
        <source>Events are not searched.</source>
        <translation>이벤트는 찾지 않습니다.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Exactly so</source>
        <translation>정확히 일치</translation>
    </message>
    <message>
        <source>Begins so</source>
        <translation>이 글자로 시작</translation>
    </message>
    <message>
        <source>A word begins so</source>
        <translation>단어가 이 글자로 시작</translation>
    </message>
    <message>
        <source>Holds it</source>
        <translation>이 글자를 포함</translation>
    </message>
    <message>
        <source>These letters in this order</source>
        <translation>이 순서로 글자를 포함</translation>
    </message>
</context>
<context>
    <name>palette::PaletteBox</name>
    <message>
        <source>Copy as kubectl</source>
        <translation>kubectl 명령 복사</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>찾은 것</translation>
    </message>
    <message>
        <source>Copied the command</source>
        <translation>명령을 복사했습니다</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>맞는 것이 없습니다</translation>
    </message>
</context>
<context>
    <name>palette::ShortcutsPage</name>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Keys it comes with</source>
        <translation>기본 키</translation>
    </message>
    <message>
        <source>New keys: press them</source>
        <translation>새 키: 눌러서 입력</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>이 키 사용</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>모두 되돌리기</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Take these keys</source>
        <translation>이 키 가져오기</translation>
    </message>
    <message>
        <source>They belong to: %1</source>
        <translation>이미 쓰는 명령: %1</translation>
    </message>
</context>
<context>
    <name>prometheus</name>
    <message>
        <source>Prometheus: which server the metrics come from</source>
        <translation>Prometheus: 메트릭을 가져오는 서버</translation>
    </message>
    <message>
        <source>Prometheus server</source>
        <translation>Prometheus 서버</translation>
    </message>
    <message>
        <source>named by you</source>
        <translation>직접 지정</translation>
    </message>
    <message>
        <source>used before</source>
        <translation>이전에 사용</translation>
    </message>
    <message>
        <source>Prometheus resource</source>
        <translation>Prometheus 리소스</translation>
    </message>
    <message>
        <source>labels of kube-prometheus</source>
        <translation>kube-prometheus의 레이블</translation>
    </message>
    <message>
        <source>labels of OpenShift</source>
        <translation>OpenShift의 레이블</translation>
    </message>
    <message>
        <source>labels of Rancher</source>
        <translation>Rancher의 레이블</translation>
    </message>
    <message>
        <source>labels of the chart prometheus</source>
        <translation>prometheus 차트의 레이블</translation>
    </message>
    <message>
        <source>labels of an old chart</source>
        <translation>예전 차트의 레이블</translation>
    </message>
    <message>
        <source>labels of VictoriaMetrics</source>
        <translation>VictoriaMetrics의 레이블</translation>
    </message>
    <message>
        <source>labels of Thanos</source>
        <translation>Thanos의 레이블</translation>
    </message>
    <message>
        <source>labels of Mimir</source>
        <translation>Mimir의 레이블</translation>
    </message>
    <message>
        <source>its name or port</source>
        <translation>이름 또는 포트</translation>
    </message>
    <message>
        <source>a usual place</source>
        <translation>흔히 있는 위치</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Watches this cluster</source>
        <translation>이 클러스터를 감시함</translation>
    </message>
    <message>
        <source>Unproven</source>
        <translation>확인 안 됨</translation>
    </message>
    <message>
        <source>Another cluster&apos;s</source>
        <translation>다른 클러스터의 것</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>시도하지 않음</translation>
    </message>
    <message>
        <source>It was made without Qt Charts, which answers are drawn with.</source>
        <translation>답을 그리는 데 쓰는 Qt Charts 없이 만들어졌습니다.</translation>
    </message>
    <message>
        <source>This build asks no questions in PromQL</source>
        <translation>이 빌드에서는 PromQL로 질의할 수 없습니다</translation>
    </message>
    <message>
        <source>No server of the Prometheus API is in use either; its page says why.</source>
        <translation>사용 중인 Prometheus API 서버도 없습니다. 이유는 해당 페이지에 있습니다.</translation>
    </message>
    <message>
        <source>The cluster&apos;s Prometheus, which has a page of its own for them, is being looked for.</source>
        <translation>질의할 수 있는 자체 페이지가 있는 클러스터의 Prometheus를 찾는 중입니다.</translation>
    </message>
    <message>
        <source>Your Prometheus has a page of its own for them, targets, rules and alerts:</source>
        <translation>지정한 Prometheus의 자체 페이지에서 질의하고 타깃, 규칙, 경보를 볼 수 있습니다:</translation>
    </message>
    <message>
        <source>The cluster&apos;s Prometheus has a page of its own for them, targets, rules and alerts. This command leads to it:</source>
        <translation>클러스터의 Prometheus 자체 페이지에서 질의하고 타깃, 규칙, 경보를 볼 수 있습니다. 다음 명령으로 연결합니다:</translation>
    </message>
    <message>
        <source>what you entered for it has to be entered again</source>
        <translation>이 서버에 입력한 내용을 다시 입력해야 합니다</translation>
    </message>
</context>
<context>
    <name>prometheus::CandidatesModel</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Answers in</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>By</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>찾은 근거</translation>
    </message>
    <message>
        <source>What says so</source>
        <translation>판단 근거</translation>
    </message>
</context>
<context>
    <name>prometheus::PrometheusPage</name>
    <message>
        <source>Servers that were asked</source>
        <translation>물어본 서버</translation>
    </message>
    <message>
        <source>A server of your own</source>
        <translation>직접 지정하는 서버</translation>
    </message>
    <message>
        <source>Looking for Prometheus</source>
        <translation>Prometheus를 찾는 중</translation>
    </message>
    <message>
        <source>Services and Prometheus resources are listed, and those that may be one are asked.</source>
        <translation>Service와 Prometheus 리소스 목록을 읽고, 후보에 물어봅니다.</translation>
    </message>
    <message>
        <source>%1 is in use</source>
        <translation>%1 사용 중</translation>
    </message>
    <message>
        <source>It watches this cluster: %1</source>
        <translation>이 클러스터를 감시합니다: %1</translation>
    </message>
    <message>
        <source>Whether it watches this cluster could not be proven: %1</source>
        <translation>이 클러스터를 감시하는지 확인할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 찾기</translation>
    </message>
    <message>
        <source>The server that you named does not do; the cluster is not looked through meanwhile.</source>
        <translation>지정한 서버를 쓸 수 없습니다. 그동안 클러스터에서는 찾지 않습니다.</translation>
    </message>
    <message>
        <source>No Service and no Prometheus resource of the cluster looks like a server of the Prometheus API.</source>
        <translation>클러스터의 Service와 Prometheus 리소스 가운데 Prometheus API 서버로 보이는 것이 없습니다.</translation>
    </message>
    <message>
        <source>No server of the Prometheus API is in use</source>
        <translation>사용 중인 Prometheus API 서버가 없습니다</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1을(를) 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Prometheus server</source>
        <translation>Prometheus 서버</translation>
    </message>
    <message>
        <source>For a Prometheus, Thanos, Mimir or VictoriaMetrics outside the cluster.</source>
        <translation>클러스터 밖의 Prometheus, Thanos, Mimir, VictoriaMetrics를 쓸 때 지정합니다.</translation>
    </message>
    <message>
        <source>They were kept until the program ended, as this system offers no key to keep them with.</source>
        <translation>이 시스템에는 보관에 쓸 키가 없어서 프로그램이 끝날 때까지만 보관했습니다.</translation>
    </message>
    <message>
        <source>They were kept, but cannot be used: %1</source>
        <translation>보관했지만 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Enter the token or password, headers and CA of your server again</source>
        <translation>서버의 토큰이나 비밀번호, 헤더, CA를 다시 입력하세요</translation>
    </message>
    <message>
        <source>Until then it is not asked, and the cluster is not looked through.</source>
        <translation>그때까지 이 서버에 묻지 않으며 클러스터에서도 찾지 않습니다.</translation>
    </message>
    <message>
        <source>The URL is remembered; token, password, headers and CA are kept until the program ends, as this system offers no key to keep them with.</source>
        <translation>URL은 기억합니다. 이 시스템에는 보관에 쓸 키가 없으므로 토큰, 비밀번호, 헤더, CA는 프로그램이 끝날 때까지만 보관합니다.</translation>
    </message>
    <message>
        <source>It is there again at the next start; token, password, headers and CA are kept encrypted, so that only you can read them on this computer.</source>
        <translation>다음에 시작할 때도 그대로 있습니다. 토큰, 비밀번호, 헤더, CA는 이 컴퓨터에서 본인만 읽을 수 있도록 암호화하여 보관합니다.</translation>
    </message>
    <message>
        <source>As this cluster is not remembered, neither is its server: what you enter is kept until the program ends.</source>
        <translation>이 클러스터는 기억하지 않으므로 서버도 기억하지 않습니다. 입력한 내용은 프로그램이 끝날 때까지만 보관합니다.</translation>
    </message>
    <message>
        <source>What you entered could not be kept, and is known until the program ends: %1</source>
        <translation>입력한 내용을 저장하지 못했으며 프로그램이 끝날 때까지만 알고 있습니다: %1</translation>
    </message>
</context>
<context>
    <name>prometheus::ServerForm</name>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>bearer token</source>
        <translation>Bearer 토큰</translation>
    </message>
    <message>
        <source>user and password</source>
        <translation>사용자와 비밀번호</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>자격 증명</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Headers, one a line</source>
        <translation>헤더(한 줄에 하나)</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 파일</translation>
    </message>
    <message>
        <source>for a CA that this machine does not trust</source>
        <translation>이 컴퓨터가 신뢰하지 않는 CA일 때</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Choose the file with the certificate of the server&apos;s authority</source>
        <translation>서버 인증 기관의 인증서 파일 선택</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>이 서버 사용</translation>
    </message>
    <message>
        <source>Ask the server that is named here instead of what can be found</source>
        <translation>찾은 서버 대신 여기에 적은 서버에 묻기</translation>
    </message>
    <message>
        <source>Look in the cluster instead</source>
        <translation>클러스터에서 찾기</translation>
    </message>
    <message>
        <source>Forget this server and look for one in the cluster</source>
        <translation>이 서버를 지우고 클러스터에서 찾기</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>이전과 같음</translation>
    </message>
    <message>
        <source>Choose the CA file</source>
        <translation>CA 파일 선택</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer)</source>
        <translation>인증서 (*.crt *.pem *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no header: write NAME: VALUE</source>
        <translation>&quot;%1&quot;은(는) 헤더가 아닙니다. NAME: VALUE 형식으로 적으십시오</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Remove the headers of before</source>
        <translation>이전 헤더 제거</translation>
    </message>
    <message>
        <source>Remove the CA of before</source>
        <translation>이전 CA 제거</translation>
    </message>
</context>
<context>
    <name>promql</name>
    <message>
        <source>The function of each value, in radians</source>
        <translation>각 값의 함숫값(라디안)</translation>
    </message>
    <message>
        <source>That part of each time, in UTC; without an argument of now</source>
        <translation>각 시각의 해당 부분(UTC), 인수가 없으면 지금</translation>
    </message>
    <message>
        <source>Each value without its sign</source>
        <translation>부호를 뗀 각 값</translation>
    </message>
    <message>
        <source>1 where there is nothing at all, else nothing</source>
        <translation>아무것도 없으면 1, 있으면 결과 없음</translation>
    </message>
    <message>
        <source>1 where there was nothing in the whole range, else nothing</source>
        <translation>범위 전체에 아무것도 없었으면 1, 있으면 결과 없음</translation>
    </message>
    <message>
        <source>The average of the range, for each series</source>
        <translation>시계열마다 범위의 평균</translation>
    </message>
    <message>
        <source>Each value rounded up</source>
        <translation>각 값을 올림</translation>
    </message>
    <message>
        <source>How often the value changed in the range</source>
        <translation>범위에서 값이 바뀐 횟수</translation>
    </message>
    <message>
        <source>Each value kept within bounds</source>
        <translation>각 값을 한계 안으로 제한</translation>
    </message>
    <message>
        <source>How many samples the range has, for each series</source>
        <translation>시계열마다 범위에 있는 샘플 수</translation>
    </message>
    <message>
        <source>Radians as degrees</source>
        <translation>라디안을 도로</translation>
    </message>
    <message>
        <source>How far a gauge is from where it was when the range began</source>
        <translation>게이지가 범위의 시작에서 얼마나 달라졌는지</translation>
    </message>
    <message>
        <source>How fast a gauge changes a second, by linear regression</source>
        <translation>게이지가 초당 변하는 속도(선형 회귀)</translation>
    </message>
    <message>
        <source>e to the power of each value</source>
        <translation>e의 각 값 거듭제곱</translation>
    </message>
    <message>
        <source>Each value rounded down</source>
        <translation>각 값을 내림</translation>
    </message>
    <message>
        <source>How many observations a native histogram has</source>
        <translation>네이티브 히스토그램의 관측 수</translation>
    </message>
    <message>
        <source>Which part of a native histogram is between two values</source>
        <translation>네이티브 히스토그램에서 두 값 사이의 비율</translation>
    </message>
    <message>
        <source>The quantile of a histogram, from its buckets (label le)</source>
        <translation>버킷(레이블 le)으로 구한 히스토그램의 분위수</translation>
    </message>
    <message>
        <source>The sum of what a native histogram observed</source>
        <translation>네이티브 히스토그램이 관측한 값의 합</translation>
    </message>
    <message>
        <source>The range smoothed, with its trend</source>
        <translation>추세를 반영해 평활화한 범위</translation>
    </message>
    <message>
        <source>What is between the last two samples of a gauge</source>
        <translation>게이지의 마지막 두 샘플의 차이</translation>
    </message>
    <message>
        <source>How much a counter grew in the range; restarts are taken into account</source>
        <translation>범위에서 카운터가 늘어난 양, 재시작을 감안함</translation>
    </message>
    <message>
        <source>How much a counter grew a second between the last two samples</source>
        <translation>마지막 두 샘플 사이에 카운터가 초당 늘어난 양</translation>
    </message>
    <message>
        <source>A label made of others</source>
        <translation>다른 레이블로 만든 레이블</translation>
    </message>
    <message>
        <source>A label made of another by a regular expression</source>
        <translation>정규식으로 다른 레이블에서 만든 레이블</translation>
    </message>
    <message>
        <source>The newest sample of the range</source>
        <translation>범위의 가장 새로운 샘플</translation>
    </message>
    <message>
        <source>The logarithm of each value</source>
        <translation>각 값의 로그</translation>
    </message>
    <message>
        <source>The greatest value of the range, for each series</source>
        <translation>시계열마다 범위의 가장 큰 값</translation>
    </message>
    <message>
        <source>The smallest value of the range, for each series</source>
        <translation>시계열마다 범위의 가장 작은 값</translation>
    </message>
    <message>
        <source>The number π</source>
        <translation>원주율 π</translation>
    </message>
    <message>
        <source>Where a gauge will be in t seconds, by linear regression</source>
        <translation>t초 뒤 게이지의 예상 값(선형 회귀)</translation>
    </message>
    <message>
        <source>1 for each series that has a sample in the range</source>
        <translation>범위에 샘플이 있는 시계열마다 1</translation>
    </message>
    <message>
        <source>The quantile of the samples of the range</source>
        <translation>범위에 있는 샘플의 분위수</translation>
    </message>
    <message>
        <source>Degrees as radians</source>
        <translation>도를 라디안으로</translation>
    </message>
    <message>
        <source>How much a counter grew a second, on average of the range; restarts are taken into account</source>
        <translation>카운터가 범위에서 평균적으로 초당 늘어난 양, 재시작을 감안함</translation>
    </message>
    <message>
        <source>How often a counter began anew in the range</source>
        <translation>범위에서 카운터가 새로 시작한 횟수</translation>
    </message>
    <message>
        <source>Each value rounded to the nearest multiple</source>
        <translation>각 값을 가장 가까운 배수로 반올림</translation>
    </message>
    <message>
        <source>The value of the only series; NaN where there are others</source>
        <translation>하나뿐인 시계열의 값, 여럿이면 NaN</translation>
    </message>
    <message>
        <source>The sign of each value: 1, 0 or -1</source>
        <translation>각 값의 부호: 1, 0, -1</translation>
    </message>
    <message>
        <source>In the order of the values, the smallest first</source>
        <translation>값의 순서대로, 작은 것부터</translation>
    </message>
    <message>
        <source>In the order of the values, the greatest first</source>
        <translation>값의 순서대로, 큰 것부터</translation>
    </message>
    <message>
        <source>The square root of each value</source>
        <translation>각 값의 제곱근</translation>
    </message>
    <message>
        <source>How far the samples of the range spread</source>
        <translation>범위에 있는 샘플이 퍼진 정도</translation>
    </message>
    <message>
        <source>The sum of the samples of the range</source>
        <translation>범위에 있는 샘플의 합</translation>
    </message>
    <message>
        <source>The time of the evaluation, in seconds since 1970</source>
        <translation>평가한 시각(1970년부터의 초)</translation>
    </message>
    <message>
        <source>When each sample was taken, in seconds since 1970</source>
        <translation>각 샘플을 얻은 시각(1970년부터의 초)</translation>
    </message>
    <message>
        <source>A number as a series without labels</source>
        <translation>숫자를 레이블 없는 시계열로</translation>
    </message>
    <message>
        <source>The average over series</source>
        <translation>시계열의 평균</translation>
    </message>
    <message>
        <source>The k series with the smallest values</source>
        <translation>값이 가장 작은 시계열 k개</translation>
    </message>
    <message>
        <source>How many series there are</source>
        <translation>시계열의 수</translation>
    </message>
    <message>
        <source>How many series have each value</source>
        <translation>값마다 시계열의 수</translation>
    </message>
    <message>
        <source>1 for each group that has series</source>
        <translation>시계열이 있는 그룹마다 1</translation>
    </message>
    <message>
        <source>The greatest value over series</source>
        <translation>시계열 가운데 가장 큰 값</translation>
    </message>
    <message>
        <source>The smallest value over series</source>
        <translation>시계열 가운데 가장 작은 값</translation>
    </message>
    <message>
        <source>The quantile over series</source>
        <translation>시계열의 분위수</translation>
    </message>
    <message>
        <source>How far the series spread</source>
        <translation>시계열이 퍼진 정도</translation>
    </message>
    <message>
        <source>The sum over series</source>
        <translation>시계열의 합</translation>
    </message>
    <message>
        <source>The k series with the greatest values</source>
        <translation>값이 가장 큰 시계열 k개</translation>
    </message>
    <message>
        <source>up</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>down</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>발생 중</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>비활성</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>기록됨</translation>
    </message>
    <message>
        <source>Scrape targets</source>
        <translation>스크레이프 대상</translation>
    </message>
    <message>
        <source>Filter by job, address, label or error</source>
        <translation>작업, 주소, 레이블, 오류로 필터</translation>
    </message>
    <message>
        <source>The server scrapes nothing.</source>
        <translation>서버가 스크레이프하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>오브젝트</translation>
    </message>
    <message>
        <source>Last scrape</source>
        <translation>마지막 스크레이프</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>%1 targets, %2 down</source>
        <translation>대상 %1개, 중단 %2개</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Filter by name, group, query or error</source>
        <translation>이름, 그룹, 쿼리, 오류로 필터</translation>
    </message>
    <message>
        <source>The server has no rules.</source>
        <translation>서버에 규칙이 없습니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Query or error</source>
        <translation>쿼리 또는 오류</translation>
    </message>
    <message>
        <source>%1 rules, %2 fail, %3 fire</source>
        <translation>규칙 %1개, 실패 %2개, 발생 %3개</translation>
    </message>
    <message>
        <source>Filter by name, label, object or text</source>
        <translation>이름, 레이블, 오브젝트, 텍스트로 필터</translation>
    </message>
    <message>
        <source>No alert is firing or pending.</source>
        <translation>발생 중이거나 대기 중인 알림이 없습니다.</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>경과</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>%1 firing, %2 pending</source>
        <translation>발생 %1개, 대기 %2개</translation>
    </message>
    <message>
        <source>PromQL: ask Prometheus, its targets, rules and alerts</source>
        <translation>PromQL: Prometheus에 묻기, 대상, 규칙, 알림</translation>
    </message>
    <message>
        <source>PromQL</source>
        <translation>PromQL</translation>
    </message>
    <message>
        <source>Look for Prometheus again</source>
        <translation>Prometheus 다시 찾기</translation>
    </message>
    <message>
        <source>Run the PromQL query</source>
        <translation>PromQL 쿼리 실행</translation>
    </message>
    <message>
        <source>Export the series as CSV</source>
        <translation>시계열을 CSV로 내보내기</translation>
    </message>
    <message>
        <source>a server of the Prometheus API</source>
        <translation>Prometheus API 서버</translation>
    </message>
    <message>
        <source>through the service proxy</source>
        <translation>서비스 프록시를 통해</translation>
    </message>
    <message>
        <source>by port-forward</source>
        <translation>포트 포워드로</translation>
    </message>
    <message>
        <source>directly</source>
        <translation>직접</translation>
    </message>
    <message>
        <source>%1 watches another cluster: %2</source>
        <translation>%1은(는) 다른 클러스터를 지켜봅니다: %2</translation>
    </message>
    <message>
        <source>%1 is not known to watch this cluster: %2</source>
        <translation>%1이(가) 이 클러스터를 지켜보는지 알 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1일</translation>
    </message>
    <message>
        <source>No Service and no Prometheus resource of the cluster looks like a server of the Prometheus API.</source>
        <translation>클러스터의 Service와 Prometheus 리소스 가운데 Prometheus API 서버로 보이는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Not tried: %1 more</source>
        <translation>시도하지 않음: %1개 더</translation>
    </message>
</context>
<context>
    <name>promql::FactsPane</name>
    <message>
        <source>Asking the server</source>
        <translation>서버에 묻는 중</translation>
    </message>
    <message>
        <source>Stale since %1</source>
        <translation>%1부터 갱신되지 않음</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>지금 시도</translation>
    </message>
    <message>
        <source>The server did not answer</source>
        <translation>서버가 응답하지 않았습니다</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1개 표시</translation>
    </message>
    <message>
        <source>Its labels name no object of the cluster</source>
        <translation>레이블이 클러스터의 오브젝트를 가리키지 않습니다</translation>
    </message>
</context>
<context>
    <name>promql::OfferModel</name>
    <message>
        <source>metric</source>
        <translation>메트릭</translation>
    </message>
    <message>
        <source>function</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>aggregation</source>
        <translation>집계</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>키워드</translation>
    </message>
    <message>
        <source>label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>기간</translation>
    </message>
</context>
<context>
    <name>promql::PromqlPage</name>
    <message>
        <source>PromQL</source>
        <translation>PromQL</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>쿼리</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Ask the server in PromQL</source>
        <translation>PromQL로 서버에 묻습니다</translation>
    </message>
    <message>
        <source>What the server scrapes, and whether it answers</source>
        <translation>서버가 스크레이프하는 것과 그 응답 여부를 봅니다</translation>
    </message>
    <message>
        <source>What the server evaluates all the time</source>
        <translation>서버가 계속 평가하는 것을 봅니다</translation>
    </message>
    <message>
        <source>What the server alerts of now</source>
        <translation>서버가 지금 알리는 것을 봅니다</translation>
    </message>
    <message>
        <source>No server of the Prometheus API was found</source>
        <translation>Prometheus API 서버를 찾지 못했습니다</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 찾기</translation>
    </message>
    <message>
        <source>Looking for Prometheus</source>
        <translation>Prometheus를 찾는 중</translation>
    </message>
    <message>
        <source>Services and Prometheus resources are listed, and those that may be one are asked.</source>
        <translation>Service와 Prometheus 리소스를 나열하고, Prometheus일 수 있는 것에 묻고 있습니다.</translation>
    </message>
</context>
<context>
    <name>promql::QueryEditor</name>
    <message>
        <source>Words to go on with</source>
        <translation>이어서 쓸 수 있는 말</translation>
    </message>
    <message>
        <source>PromQL query</source>
        <translation>PromQL 쿼리</translation>
    </message>
    <message>
        <source>PromQL, for example sum by (namespace) (rate(container_cpu_usage_seconds_total[5m]))</source>
        <translation>PromQL 쿼리, 예: sum by (namespace) (rate(container_cpu_usage_seconds_total[5m]))</translation>
    </message>
</context>
<context>
    <name>promql::QueryPane</name>
    <message>
        <source>How far back the query looks</source>
        <translation>쿼리의 시간 범위</translation>
    </message>
    <message>
        <source>How far back the query looks; “Now” asks for one moment</source>
        <translation>쿼리의 시간 범위입니다. “지금”은 한 시점을 묻습니다</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Run the query</source>
        <translation>쿼리를 실행합니다</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소했습니다</translation>
    </message>
    <message>
        <source>The query is wrong at the marked place</source>
        <translation>표시한 곳에서 쿼리가 잘못되었습니다</translation>
    </message>
    <message>
        <source>The query could not be answered</source>
        <translation>쿼리에 대한 응답을 받지 못했습니다</translation>
    </message>
    <message>
        <source>The server warns</source>
        <translation>서버의 경고</translation>
    </message>
    <message>
        <source>Names could not be read: %1</source>
        <translation>이름을 읽지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel the query</source>
        <translation>쿼리를 취소합니다</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>서버에 묻는 중</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1ms</translation>
    </message>
</context>
<context>
    <name>promql::ResultModel</name>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점</translation>
    </message>
</context>
<context>
    <name>promql::ResultView</name>
    <message>
        <source>Series</source>
        <translation>시계열</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>The answer as the server sent it</source>
        <translation>서버가 보낸 그대로의 응답</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Raw answer</source>
        <translation>원본 응답</translation>
    </message>
    <message>
        <source>Show the series as a table</source>
        <translation>시계열을 표로 봅니다</translation>
    </message>
    <message>
        <source>Show the series as lines over time</source>
        <translation>시계열을 시간에 따른 선으로 봅니다</translation>
    </message>
    <message>
        <source>Show the answer as the server sent it</source>
        <translation>서버가 보낸 그대로의 응답을 봅니다</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>CSV로 내보내기</translation>
    </message>
    <message>
        <source>Save the series as comma separated values</source>
        <translation>시계열을 쉼표로 구분된 값으로 저장합니다</translation>
    </message>
    <message>
        <source>Nothing was asked yet</source>
        <translation>아직 쿼리하지 않았습니다</translation>
    </message>
    <message>
        <source>Type a query above and press Enter. Ctrl+Space offers words to go on with.</source>
        <translation>위에 쿼리를 입력하고 Enter를 누르십시오. Ctrl+Space를 누르면 이어서 쓸 수 있는 말이 나옵니다.</translation>
    </message>
    <message>
        <source>No series</source>
        <translation>시계열이 없습니다</translation>
    </message>
    <message>
        <source>The query is right, and nothing on the server fits it.</source>
        <translation>쿼리는 올바르지만 서버에 맞는 것이 없습니다.</translation>
    </message>
    <message>
        <source>A query for one moment has no lines over time: choose a range</source>
        <translation>한 시점의 쿼리에는 시간에 따른 선이 없습니다. 범위를 선택하십시오</translation>
    </message>
    <message>
        <source>%1 of %2 lines are drawn, those with the greatest last values</source>
        <translation>선 %2개 중 마지막 값이 가장 큰 %1개를 그립니다</translation>
    </message>
    <message>
        <source>The beginning of the answer</source>
        <translation>응답의 앞부분</translation>
    </message>
    <message>
        <source>All have: %1</source>
        <translation>공통: %1</translation>
    </message>
    <message>
        <source>Copied the answer</source>
        <translation>응답을 복사했습니다</translation>
    </message>
    <message>
        <source>Copied %1 series</source>
        <translation>시계열 %1개를 복사했습니다</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>A text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Series: %1</source>
        <translation>시계열: %1</translation>
    </message>
    <message>
        <source>Copy the selected series; without a selection all that is shown</source>
        <translation>선택한 시계열을 복사합니다. 선택이 없으면 보이는 것을 모두 복사합니다.</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>서버에 묻는 중</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>답이 없습니다</translation>
    </message>
    <message>
        <source>Why is told under the query.</source>
        <translation>이유는 쿼리 아래에 있습니다.</translation>
    </message>
    <message>
        <source>The query was cancelled.</source>
        <translation>쿼리가 취소되었습니다.</translation>
    </message>
</context>
<context>
    <name>rbac</name>
    <message>
        <source>is cluster-admin</source>
        <translation>cluster-admin과 같습니다</translation>
    </message>
    <message>
        <source>owns the namespace, with all its accounts and secrets</source>
        <translation>네임스페이스를 그 안의 계정과 Secret까지 모두 차지합니다</translation>
    </message>
    <message>
        <source>may do everything with something sensitive</source>
        <translation>민감한 대상에 무엇이든 할 수 있습니다</translation>
    </message>
    <message>
        <source>creates pods, tokens and webhooks at once</source>
        <translation>Pod, 토큰, 웹훅을 모두 만들 수 있습니다</translation>
    </message>
    <message>
        <source>reads all secrets</source>
        <translation>모든 Secret을 읽습니다</translation>
    </message>
    <message>
        <source>destroys everything</source>
        <translation>모든 것을 지울 수 있습니다</translation>
    </message>
    <message>
        <source>acts as anybody</source>
        <translation>누구로든 행세할 수 있습니다</translation>
    </message>
    <message>
        <source>reads secrets whose names are known or guessed</source>
        <translation>이름을 알거나 짐작한 Secret을 읽습니다</translation>
    </message>
    <message>
        <source>reads the contents of all secrets</source>
        <translation>모든 Secret의 내용을 읽습니다</translation>
    </message>
    <message>
        <source>makes a token secret for any account of the namespace and reads it</source>
        <translation>네임스페이스의 아무 계정에나 토큰 Secret을 만들어 읽습니다</translation>
    </message>
    <message>
        <source>points a token secret elsewhere, or poisons configuration</source>
        <translation>토큰 Secret을 다른 계정으로 돌리거나 설정을 오염시킵니다</translation>
    </message>
    <message>
        <source>makes tokens of any account</source>
        <translation>아무 계정의 토큰이나 만듭니다</translation>
    </message>
    <message>
        <source>acts as any user</source>
        <translation>아무 사용자로나 행세합니다</translation>
    </message>
    <message>
        <source>acts as system:masters, which no rule can take back</source>
        <translation>어떤 규칙으로도 막을 수 없는 system:masters로 행세합니다</translation>
    </message>
    <message>
        <source>acts as accounts</source>
        <translation>다른 ServiceAccount로 행세합니다</translation>
    </message>
    <message>
        <source>gives itself extras and uids, which confuses audits</source>
        <translation>extra와 uid를 꾸며 감사를 흐립니다</translation>
    </message>
    <message>
        <source>impersonates within bounds; as any node it acts as a kubelet</source>
        <translation>정해진 범위에서 행세합니다. 노드로 행세하면 kubelet과 같습니다</translation>
    </message>
    <message>
        <source>gives itself any role</source>
        <translation>자신에게 아무 역할이나 줍니다</translation>
    </message>
    <message>
        <source>shares the rights it holds</source>
        <translation>가진 권한을 나누어 줍니다</translation>
    </message>
    <message>
        <source>shares the rights it holds in the whole cluster</source>
        <translation>가진 권한을 클러스터 전체에 나누어 줍니다</translation>
    </message>
    <message>
        <source>adds any rule to a role it holds</source>
        <translation>가진 역할에 아무 규칙이나 더합니다</translation>
    </message>
    <message>
        <source>changes the rights of others within its own</source>
        <translation>자기 권한 안에서 다른 이의 권한을 바꿉니다</translation>
    </message>
    <message>
        <source>labels a ClusterRole so that its rules go into view, edit or admin of everybody</source>
        <translation>ClusterRole에 레이블을 붙여 모두의 view, edit, admin에 규칙을 넣습니다</translation>
    </message>
    <message>
        <source>runs code as any account, with any secret, and perhaps on the node itself</source>
        <translation>아무 계정으로, 아무 Secret이나 가지고, 때로는 노드 위에서 코드를 실행합니다</translation>
    </message>
    <message>
        <source>runs code through a controller</source>
        <translation>컨트롤러를 통해 코드를 실행합니다</translation>
    </message>
    <message>
        <source>swaps the image of a running pod</source>
        <translation>실행 중인 Pod의 이미지를 바꿉니다</translation>
    </message>
    <message>
        <source>has a shell in any pod</source>
        <translation>아무 Pod에서나 셸을 엽니다</translation>
    </message>
    <message>
        <source>reads and writes the terminal of a process</source>
        <translation>프로세스의 터미널을 읽고 씁니다</translation>
    </message>
    <message>
        <source>puts a container into a running pod</source>
        <translation>실행 중인 Pod에 컨테이너를 넣습니다</translation>
    </message>
    <message>
        <source>reaches ports that are hidden from the network</source>
        <translation>네트워크에서 감춘 포트에 닿습니다</translation>
    </message>
    <message>
        <source>speaks HTTP to any pod or service through the API server</source>
        <translation>API 서버를 거쳐 아무 Pod나 Service와 HTTP로 통신합니다</translation>
    </message>
    <message>
        <source>executes in every pod of a node, unseen by audit and admission</source>
        <translation>감사와 어드미션에 보이지 않게 노드의 모든 Pod에서 실행합니다</translation>
    </message>
    <message>
        <source>steers scheduling by labels and taints</source>
        <translation>레이블과 테인트로 스케줄링을 좌우합니다</translation>
    </message>
    <message>
        <source>pushes powerful pods onto a node it has</source>
        <translation>힘 있는 Pod를 자기 노드로 옮겨 옵니다</translation>
    </message>
    <message>
        <source>takes over the endpoints of a service</source>
        <translation>Service의 엔드포인트를 가로챕니다</translation>
    </message>
    <message>
        <source>intercepts traffic by a load balancer&apos;s address</source>
        <translation>로드 밸런서 주소로 트래픽을 가로챕니다</translation>
    </message>
    <message>
        <source>intercepts traffic by external addresses</source>
        <translation>외부 주소로 트래픽을 가로챕니다</translation>
    </message>
    <message>
        <source>redirects traffic across namespaces</source>
        <translation>트래픽을 다른 네임스페이스로 돌립니다</translation>
    </message>
    <message>
        <source>removes isolation</source>
        <translation>격리를 없앱니다</translation>
    </message>
    <message>
        <source>exposes or redirects traffic</source>
        <translation>트래픽을 밖으로 열거나 돌립니다</translation>
    </message>
    <message>
        <source>makes a certificate of any user or group</source>
        <translation>아무 사용자나 그룹의 인증서를 만듭니다</translation>
    </message>
    <message>
        <source>issues certificates with a key of its own</source>
        <translation>자기 키로 인증서를 발급합니다</translation>
    </message>
    <message>
        <source>reads every admitted object, and may change it</source>
        <translation>들어오는 모든 오브젝트를 읽고 바꿀 수 있습니다</translation>
    </message>
    <message>
        <source>switches guard rails off</source>
        <translation>안전 장치를 끕니다</translation>
    </message>
    <message>
        <source>blocks or rewrites requests in the whole cluster</source>
        <translation>클러스터 전체의 요청을 막거나 고쳐 씁니다</translation>
    </message>
    <message>
        <source>converts or deletes all custom objects</source>
        <translation>모든 사용자 정의 오브젝트를 변환하거나 지웁니다</translation>
    </message>
    <message>
        <source>takes over an API group</source>
        <translation>API 그룹을 가로챕니다</translation>
    </message>
    <message>
        <source>mounts a node&apos;s file system</source>
        <translation>노드의 파일 시스템을 마운트합니다</translation>
    </message>
    <message>
        <source>reaches the data of others</source>
        <translation>다른 이의 데이터에 닿습니다</translation>
    </message>
    <message>
        <source>switches Pod Security off by a label</source>
        <translation>레이블로 Pod Security를 끕니다</translation>
    </message>
    <message>
        <source>poisons DNS</source>
        <translation>DNS를 오염시킵니다</translation>
    </message>
    <message>
        <source>maps itself to cluster-admin</source>
        <translation>자신을 cluster-admin으로 연결합니다</translation>
    </message>
    <message>
        <source>hides traces</source>
        <translation>흔적을 숨깁니다</translation>
    </message>
    <message>
        <source>is open to everybody on the network</source>
        <translation>네트워크의 누구에게나 열려 있습니다</translation>
    </message>
    <message>
        <source>is held by every user and account of the cluster</source>
        <translation>클러스터의 모든 사용자와 계정이 가집니다</translation>
    </message>
    <message>
        <source>is held by every pod, also by those to come</source>
        <translation>앞으로 생길 것까지 모든 Pod가 가집니다</translation>
    </message>
    <message>
        <source>is held by every pod that names no account</source>
        <translation>계정을 정하지 않은 모든 Pod가 가집니다</translation>
    </message>
    <message>
        <source>whoever takes over the pod has the right</source>
        <translation>Pod를 빼앗은 이가 그 권한을 가집니다</translation>
    </message>
    <message>
        <source>whoever takes over one node has the right</source>
        <translation>노드 하나를 빼앗은 이가 그 권한을 가집니다</translation>
    </message>
    <message>
        <source>the accounts of one node together can take over more</source>
        <translation>한 노드의 계정들이 함께 더 많은 것을 빼앗을 수 있습니다</translation>
    </message>
    <message>
        <source>has, or gives itself, a role of the cloud</source>
        <translation>클라우드의 역할을 가졌거나 스스로 얻습니다</translation>
    </message>
    <message>
        <source>becomes alive when somebody creates the role</source>
        <translation>누군가 그 역할을 만들면 살아납니다</translation>
    </message>
    <message>
        <source>belongs to whoever creates the account</source>
        <translation>그 계정을 만드는 이의 것이 됩니다</translation>
    </message>
    <message>
        <source>holds in namespaces where nobody needs it</source>
        <translation>필요 없는 네임스페이스에서도 효력이 있습니다</translation>
    </message>
    <message>
        <source>includes kinds and verbs to come</source>
        <translation>앞으로 생길 종류와 동사까지 포함합니다</translation>
    </message>
    <message>
        <source>is hard to review</source>
        <translation>검토하기 어렵습니다</translation>
    </message>
    <message>
        <source>changes or passes by the cluster&apos;s policies</source>
        <translation>클러스터의 정책을 바꾸거나 피해 갑니다</translation>
    </message>
    <message>
        <source>maps the cluster</source>
        <translation>클러스터의 구조를 알아냅니다</translation>
    </message>
    <message>
        <source>fills the storage where no quota stops it</source>
        <translation>막는 할당량이 없는 곳에서 저장소를 채울 수 있습니다</translation>
    </message>
    <message>
        <source>has tokens for foreign audiences, or foreign devices</source>
        <translation>다른 대상의 토큰이나 다른 이의 장치를 얻습니다</translation>
    </message>
    <message>
        <source>uses the rights of a controller</source>
        <translation>컨트롤러의 권한을 이용합니다</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>접근 권한</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>주체</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Bindings</source>
        <translation>바인딩</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>할 수 있는 일</translation>
    </message>
    <message>
        <source>all namespaces</source>
        <translation>모든 네임스페이스</translation>
    </message>
    <message>
        <source>What is allowed, and why</source>
        <translation>허용되는 것과 그 이유</translation>
    </message>
    <message>
        <source>in the whole cluster</source>
        <translation>클러스터 전체</translation>
    </message>
    <message>
        <source>in %1 only</source>
        <translation>%1에서만</translation>
    </message>
    <message>
        <source>in %1 namespaces</source>
        <translation>네임스페이스 %1개</translation>
    </message>
    <message>
        <source>nothing cluster-wide</source>
        <translation>클러스터 전체 권한 없음</translation>
    </message>
    <message>
        <source>%1 more resources</source>
        <translation>그 밖의 리소스 %1개</translation>
    </message>
    <message>
        <source>in namespace %1</source>
        <translation>네임스페이스 %1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2개</translation>
    </message>
    <message>
        <source>Not known: %1 may not be listed. %2</source>
        <translation>알 수 없음: %1 목록을 읽을 권한이 없습니다. %2</translation>
    </message>
    <message>
        <source>Not known: %1 may not be listed in all namespaces. %2</source>
        <translation>알 수 없음: 모든 네임스페이스의 %1 목록을 읽을 권한은 없습니다. %2</translation>
    </message>
    <message>
        <source>Yes.</source>
        <translation>예.</translation>
    </message>
    <message>
        <source>No. Nothing allows it.</source>
        <translation>아니요. 허용하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>알 수 없습니다.</translation>
    </message>
    <message>
        <source>Add it to a binding that is there</source>
        <translation>이미 있는 바인딩에 추가</translation>
    </message>
    <message>
        <source>Add a rule to its own Role</source>
        <translation>자기 Role에 규칙 추가</translation>
    </message>
    <message>
        <source>Role + RoleBinding, %1</source>
        <translation>Role + RoleBinding, %1</translation>
    </message>
    <message>
        <source>ClusterRole + RoleBinding, %1</source>
        <translation>ClusterRole + RoleBinding, %1</translation>
    </message>
    <message>
        <source>ClusterRoleBinding: everywhere</source>
        <translation>ClusterRoleBinding: 모든 곳</translation>
    </message>
    <message>
        <source>Through %1 and rule %2 of %3, given to %4</source>
        <translation>%1, %3의 규칙 %2, 받는 주체: %4</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>그 밖에 %1개</translation>
    </message>
    <message>
        <source>Without %1 it would not be allowed.</source>
        <translation>다음이 없으면 허용되지 않습니다: %1</translation>
    </message>
    <message>
        <source>Closest to allowing it</source>
        <translation>허용에 가장 가까운 것</translation>
    </message>
    <message>
        <source>Asked: may %1 %2?</source>
        <translation>질문: %1 — %2 가능 여부</translation>
    </message>
    <message>
        <source>Permissions it adds: %1, for identities: %2</source>
        <translation>더해지는 권한: %1, 받는 주체: %2</translation>
    </message>
    <message>
        <source>%1 run as %2.</source>
        <translation>%1: 실행 주체는 %2입니다.</translation>
    </message>
    <message>
        <source>%1 runs as %2.</source>
        <translation>%1: 실행 주체는 %2입니다.</translation>
    </message>
    <message>
        <source>No binding that is known gives %1 anything.</source>
        <translation>%1에 무엇을 주는 바인딩은 알려진 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1 may %2.</source>
        <translation>%1: %2 가능.</translation>
    </message>
    <message>
        <source>%1 is in %2, because the server adds it to every such identity</source>
        <translation>%1: 서버가 이런 주체를 모두 %2에 넣습니다</translation>
    </message>
    <message>
        <source>%1 is in %2</source>
        <translation>%1: %2에 속합니다</translation>
    </message>
    <message>
        <source>%1; nothing comes through it.</source>
        <translation>%1. 이 그룹으로 얻는 권한은 없습니다.</translation>
    </message>
    <message>
        <source>%1; through it, it may %2.</source>
        <translation>%1. 이 그룹으로 %2 가능.</translation>
    </message>
    <message>
        <source>%1: points to %2, which does not exist, so it gives nothing.</source>
        <translation>%1: 가리키는 대상이 없어 아무것도 주지 않습니다(%2).</translation>
    </message>
    <message>
        <source>%1: points to %2, which may not be read, so what it gives is not known.</source>
        <translation>%1: 가리키는 대상을 읽을 권한이 없어 무엇을 주는지 알 수 없습니다(%2).</translation>
    </message>
    <message>
        <source>%1: gives %2 to %3, %4: may %5.</source>
        <translation>%1: %3에 주는 역할은 %2입니다(%4). %5 가능.</translation>
    </message>
    <message>
        <source>each in its own namespace</source>
        <translation>각자의 네임스페이스</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 does not exist, although a binding names it.</source>
        <translation>바인딩이 가리키지만 존재하지 않습니다: %1</translation>
    </message>
    <message>
        <source>%1 may not be read: what it gives is not known.</source>
        <translation>%1: 읽을 권한이 없어 무엇을 주는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 holds no rule that counts here by itself.</source>
        <translation>%1에는 여기에서 효력이 있는 규칙이 없습니다.</translation>
    </message>
    <message>
        <source>%1 allows: %2.</source>
        <translation>%1: 허용하는 것은 %2입니다.</translation>
    </message>
    <message>
        <source>%1 may, %2: %3.</source>
        <translation>%1, %2: %3 가능.</translation>
    </message>
    <message>
        <source>%1, through %2 and %3</source>
        <translation>%1 (%2, %3 경유)</translation>
    </message>
    <message>
        <source>Nothing that is known allows %1 to %2, but not everything may be read.</source>
        <translation>%1: %2 — 알려진 것 중에는 허용하는 것이 없지만, 일부는 읽을 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing allows %1 to %2.</source>
        <translation>%1: %2 — 허용하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1 may %2 %3.</source>
        <translation>%1: %2 가능(%3).</translation>
    </message>
    <message>
        <source>%1 more by default</source>
        <translation>기본 제공 %1개 더</translation>
    </message>
    <message>
        <source>everybody logged in</source>
        <translation>로그인한 모든 사용자</translation>
    </message>
    <message>
        <source>all accounts</source>
        <translation>모든 계정</translation>
    </message>
    <message>
        <source>accounts of %1</source>
        <translation>%1의 계정</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>서버에 묻는 중</translation>
    </message>
    <message>
        <source>The server says the same</source>
        <translation>서버의 답도 같습니다</translation>
    </message>
    <message>
        <source>The server says otherwise</source>
        <translation>서버의 답은 다릅니다</translation>
    </message>
    <message>
        <source>The server does not say</source>
        <translation>서버가 답하지 않습니다</translation>
    </message>
    <message>
        <source>%1 of %2 permissions confirmed by the server</source>
        <translation>권한 %2개 중 %1개를 서버가 확인함</translation>
    </message>
    <message>
        <source>contradicted: %1</source>
        <translation>다른 답: %1</translation>
    </message>
    <message>
        <source>not verifiable: %1</source>
        <translation>확인할 수 없음: %1</translation>
    </message>
    <message>
        <source>pods that run as it: %1</source>
        <translation>이 주체로 실행되는 Pod: %1</translation>
    </message>
    <message>
        <source>Nobody may.</source>
        <translation>아무도 할 수 없습니다.</translation>
    </message>
    <message>
        <source>Nobody who is known may, but not everything may be read.</source>
        <translation>알려진 주체 가운데는 없지만, 모든 것을 읽을 수 있는 것은 아닙니다.</translation>
    </message>
    <message>
        <source>Who may: %1</source>
        <translation>할 수 있는 주체: %1</translation>
    </message>
    <message>
        <source>Asked: who may %1?</source>
        <translation>질문: %1 — 가능한 주체</translation>
    </message>
    <message>
        <source>Others may be among what may not be read.</source>
        <translation>읽을 수 없는 것 가운데 다른 주체가 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Older than what the server has: %1.</source>
        <translation>서버보다 오래된 내용입니다: %1.</translation>
    </message>
    <message>
        <source>ClusterRoleBindings could not be read</source>
        <translation>ClusterRoleBinding을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>RoleBindings in namespace %1 could not be read</source>
        <translation>네임스페이스 %1의 RoleBinding을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>%1, which %2 grants, could not be read</source>
        <translation>%2이(가) 부여하는 %1을(를) 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>the group system:masters may do everything</source>
        <translation>system:masters 그룹은 모든 작업을 할 수 있습니다</translation>
    </message>
    <message>
        <source>the Node authorizer decides for %1</source>
        <translation>%1: Node 인가자가 판단합니다</translation>
    </message>
    <message>
        <source>other authorizers are present</source>
        <translation>다른 인가자가 있습니다</translation>
    </message>
    <message>
        <source>it names the API group %1, not %2</source>
        <translation>지정된 API 그룹은 %2 아닌 %1입니다</translation>
    </message>
    <message>
        <source>it names the API group %1; the core group is written as an empty text</source>
        <translation>API 그룹 %1을(를) 지정합니다. 코어 그룹은 빈 문자열로 씁니다</translation>
    </message>
    <message>
        <source>it names the API group %1, not the core group</source>
        <translation>API 그룹 %1을(를) 지정하며 코어 그룹은 아닙니다</translation>
    </message>
    <message>
        <source>it names %1, which is no wildcard: only * stands for more</source>
        <translation>%1을(를) 지정하지만 와일드카드가 아닙니다. *만 여러 개를 뜻합니다</translation>
    </message>
    <message>
        <source>it names %1, but not %2: a subresource is named for itself</source>
        <translation>%1을(를) 지정하지만 %2은(는) 아닙니다. 하위 리소스는 따로 지정해야 합니다</translation>
    </message>
    <message>
        <source>it names %1, not %2</source>
        <translation>지정된 것은 %2 아닌 %1입니다</translation>
    </message>
    <message>
        <source>it is limited to the names %1; a %2 of all has no name</source>
        <translation>이름이 제한되어 있습니다(%1). 전체에 대한 %2에는 이름이 없습니다</translation>
    </message>
    <message>
        <source>it is limited to the names %1, without %2</source>
        <translation>제한된 이름 목록에 %2 없음: %1</translation>
    </message>
    <message>
        <source>it names %1, not %2: a slash at the end counts</source>
        <translation>%1을(를) 지정하며 %2은(는) 아닙니다. 끝의 슬래시도 구별됩니다</translation>
    </message>
    <message>
        <source>it allows %1, not %2</source>
        <translation>허용되는 것은 %2 아닌 %1입니다</translation>
    </message>
    <message>
        <source>%1 counts in namespace %2 only and never for URLs: they need a ClusterRoleBinding</source>
        <translation>%1은(는) %2 네임스페이스에만 적용되며 URL에는 적용되지 않습니다. URL에는 ClusterRoleBinding이 필요합니다</translation>
    </message>
    <message>
        <source>%1 counts in namespace %2 only; the request is for the whole cluster</source>
        <translation>%1은(는) %2 네임스페이스에만 적용됩니다. 요청은 클러스터 전체에 대한 것입니다</translation>
    </message>
    <message>
        <source>%1 counts in namespace %2 only; the request is for %3</source>
        <translation>%1은(는) %2 네임스페이스에만 적용됩니다. 요청은 %3에 대한 것입니다</translation>
    </message>
    <message>
        <source>%1 grants nothing: its roleRef of kind %2 makes no sense in a %3</source>
        <translation>%1은(는) 아무것도 허용하지 않습니다. %3에는 종류가 %2인 roleRef를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>%1 grants nothing: it points to %2, which does not exist</source>
        <translation>%1은(는) 아무것도 허용하지 않습니다. 가리키는 %2이(가) 없습니다</translation>
    </message>
    <message>
        <source>there is a ClusterRole of that name</source>
        <translation>같은 이름의 ClusterRole은 있습니다</translation>
    </message>
    <message>
        <source>there is a Role of that name in its namespace</source>
        <translation>같은 네임스페이스에 같은 이름의 Role은 있습니다</translation>
    </message>
    <message>
        <source>%1 grants this to others: %2</source>
        <translation>%1: 이것을 다른 주체에 허용합니다: %2</translation>
    </message>
    <message>
        <source>%1 grants this to others: %2 and %3 more</source>
        <translation>%1: 이것을 다른 주체에 허용합니다: %2 외 %3개</translation>
    </message>
    <message>
        <source>%1 would bring it into %2, but its aggregation is not written yet</source>
        <translation>%1이(가) %2에 포함시킬 규칙이지만 집계가 아직 기록되지 않았습니다</translation>
    </message>
    <message>
        <source>%1 would bring it into %2 with the label %3, but has %4</source>
        <translation>%1에 레이블 %3이(가) 있으면 %2에 포함되지만, 실제 레이블은 %4입니다</translation>
    </message>
    <message>
        <source>rule %1 of %2: %3</source>
        <translation>%2의 규칙 %1: %3</translation>
    </message>
    <message>
        <source>%1 grants this, but %2</source>
        <translation>%1: 이것을 허용하지만, %2</translation>
    </message>
    <message>
        <source>two names are given, but only one can be asked about</source>
        <translation>이름이 두 개입니다. 하나만 물을 수 있습니다</translation>
    </message>
    <message>
        <source>verb &apos;%1&apos; is not a known verb</source>
        <translation>동사 &apos;%1&apos;은(는) 알려진 동사가 아닙니다</translation>
    </message>
    <message>
        <source>a real request of this path is no URL to the server: it is %1</source>
        <translation>서버는 이 경로의 실제 요청을 URL로 보지 않습니다: %1</translation>
    </message>
    <message>
        <source>the server doesn&apos;t have a resource type &quot;%1&quot;</source>
        <translation>서버에 없는 리소스 종류입니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>this asks about an object named &quot;%1&quot;; for the subresource use --subresource %1</source>
        <translation>이름이 &quot;%1&quot;인 오브젝트에 대한 질문입니다. 하위 리소스는 --subresource %1을(를) 쓰세요</translation>
    </message>
    <message>
        <source>from Kubernetes 1.35 on the server asks for create, too</source>
        <translation>Kubernetes 1.35부터 서버는 create도 요구합니다</translation>
    </message>
    <message>
        <source>resource &apos;%1&apos; is not namespace scoped</source>
        <translation>리소스 &apos;%1&apos;은(는) 네임스페이스에 속하지 않습니다</translation>
    </message>
    <message>
        <source>resource &apos;%1&apos; is not namespace scoped in group &apos;%2&apos;</source>
        <translation>그룹 &apos;%2&apos;의 리소스 &apos;%1&apos;은(는) 네임스페이스에 속하지 않습니다</translation>
    </message>
    <message>
        <source>you must specify two or three arguments: verb, resource, and optional resourceName</source>
        <translation>동사와 리소스, 그리고 필요하면 이름을 써 주세요</translation>
    </message>
    <message>
        <source>a URL has neither a name nor a subresource</source>
        <translation>URL에는 이름도 하위 리소스도 없습니다</translation>
    </message>
    <message>
        <source>it names ServiceAccount %1 without a namespace, which in a ClusterRoleBinding means nobody</source>
        <translation>ServiceAccount %1을(를) 네임스페이스 없이 지정합니다. ClusterRoleBinding에서는 아무도 뜻하지 않습니다</translation>
    </message>
    <message>
        <source>its ServiceAccount %1 has no namespace and so means %2, not %3</source>
        <translation>지정된 ServiceAccount %1에 네임스페이스가 없어 %3이(가) 아니라 %2을(를) 뜻합니다</translation>
    </message>
    <message>
        <source>it names ServiceAccount %1, not %2</source>
        <translation>ServiceAccount %1을(를) 지정하며 %2은(는) 아닙니다</translation>
    </message>
    <message>
        <source>it names ServiceAccount %1, nearly %2</source>
        <translation>%2와(과) 비슷한 ServiceAccount %1을(를) 지정합니다</translation>
    </message>
    <message>
        <source>it names a User &quot;%1&quot; where ServiceAccount %2 is meant</source>
        <translation>ServiceAccount %2 대신 사용자 &quot;%1&quot;을(를) 지정합니다</translation>
    </message>
    <message>
        <source>it names User &quot;%1&quot;, nearly &quot;%2&quot;</source>
        <translation>&quot;%2&quot;와(과) 비슷한 사용자 &quot;%1&quot;을(를) 지정합니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a group, but is named as a User</source>
        <translation>&quot;%1&quot;은(는) 그룹이지만 사용자로 지정되어 있습니다</translation>
    </message>
    <message>
        <source>it names Group &quot;%1&quot;, nearly &quot;%2&quot;</source>
        <translation>&quot;%2&quot;와(과) 비슷한 그룹 &quot;%1&quot;을(를) 지정합니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a user, but is named as a Group</source>
        <translation>&quot;%1&quot;은(는) 사용자이지만 그룹으로 지정되어 있습니다</translation>
    </message>
    <message>
        <source>no group is called &quot;%1&quot;: that of a namespace&apos;s accounts begins with system:serviceaccounts</source>
        <translation>&quot;%1&quot;(이)라는 그룹은 없습니다. 네임스페이스의 계정 그룹은 system:serviceaccounts로 시작합니다</translation>
    </message>
    <message>
        <source>its subject has the unknown kind &quot;%1&quot;</source>
        <translation>주체의 종류 &quot;%1&quot;을(를) 알 수 없습니다</translation>
    </message>
    <message>
        <source>executes in every pod of a node by a websocket, unseen by audit and admission</source>
        <translation>웹소켓으로, 감사와 어드미션에 보이지 않게 노드의 모든 Pod에서 실행합니다</translation>
    </message>
    <message>
        <source>Graph as SVG…</source>
        <translation>그래프를 SVG로…</translation>
    </message>
    <message>
        <source>Graph as PNG…</source>
        <translation>그래프를 PNG로…</translation>
    </message>
    <message>
        <source>Graph as DOT (Graphviz)…</source>
        <translation>그래프를 DOT(Graphviz)로…</translation>
    </message>
    <message>
        <source>Graph and answer as JSON…</source>
        <translation>그래프와 답을 JSON으로…</translation>
    </message>
    <message>
        <source>Rights as CSV…</source>
        <translation>권한을 CSV로…</translation>
    </message>
    <message>
        <source>Report as Markdown…</source>
        <translation>보고서를 Markdown으로…</translation>
    </message>
    <message>
        <source>At most %1 are shown in one graph</source>
        <translation>그래프 하나에는 최대 %1개까지 표시됩니다</translation>
    </message>
    <message>
        <source>Access of users, groups or several accounts</source>
        <translation>사용자, 그룹 또는 여러 계정의 접근 권한</translation>
    </message>
    <message>
        <source>Show the access</source>
        <translation>접근 권한 보기</translation>
    </message>
    <message>
        <source>Access of %1</source>
        <translation>%1의 접근 권한</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>오브젝트</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Risks of access in the cluster</source>
        <translation>클러스터의 접근 권한 위험</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>위험</translation>
    </message>
    <message>
        <source>Compare the access of two identities</source>
        <translation>두 주체의 접근 권한 비교</translation>
    </message>
    <message>
        <source>only in the first</source>
        <translation>첫째에만</translation>
    </message>
    <message>
        <source>only in the second</source>
        <translation>둘째에만</translation>
    </message>
    <message>
        <source>in both</source>
        <translation>둘 다</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>치명적</translation>
    </message>
    <message>
        <source>high</source>
        <translation>높음</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>중간</translation>
    </message>
    <message>
        <source>low</source>
        <translation>낮음</translation>
    </message>
    <message>
        <source>info</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>What</source>
        <translation>무엇</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누가</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>어디서</translation>
    </message>
    <message>
        <source>Binding</source>
        <translation>바인딩</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>a node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>everything in namespace %1</source>
        <translation>%1 네임스페이스의 모든 것</translation>
    </message>
    <message>
        <source>How it comes to this</source>
        <translation>이렇게 되는 까닭</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>그 결과</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>거치는 것</translation>
    </message>
    <message>
        <source>Reaches</source>
        <translation>닿는 곳</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>규칙 %1</translation>
    </message>
    <message>
        <source>everything in the cluster</source>
        <translation>클러스터의 모든 것</translation>
    </message>
    <message>
        <source>a node and what runs on it</source>
        <translation>노드와 거기서 실행되는 것</translation>
    </message>
    <message>
        <source>has the token of the account that the pod runs as</source>
        <translation>Pod가 실행되는 계정의 토큰을 가집니다</translation>
    </message>
    <message>
        <source>has the tokens of all pods on the node</source>
        <translation>노드에 있는 모든 Pod의 토큰을 가집니다</translation>
    </message>
    <message>
        <source>has the token that the Secret holds</source>
        <translation>Secret에 든 토큰을 가집니다</translation>
    </message>
    <message>
        <source>%1 %2, %3.</source>
        <translation>%1: %2 (%3).</translation>
    </message>
    <message>
        <source>It comes through %1.</source>
        <translation>%1에서 옵니다.</translation>
    </message>
    <message>
        <source>It comes through %1 and rule %2 of %3: %4.</source>
        <translation>%1, 그리고 %3의 규칙 %2에서 옵니다: %4.</translation>
    </message>
    <message>
        <source> through %1</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>%1 %2%3 and reaches %4.</source>
        <translation>%1: %2%3. 그래서 %4에 닿습니다.</translation>
    </message>
    <message>
        <source>No binding makes it, so none can end it.</source>
        <translation>어떤 바인딩에서도 오지 않으므로 바인딩을 없애서 끝낼 수 없습니다.</translation>
    </message>
    <message>
        <source>Without %1 no path is left.</source>
        <translation>다음이 없으면 남는 경로가 없습니다: %1</translation>
    </message>
    <message>
        <source>Without %1 nothing is left of it.</source>
        <translation>다음이 없으면 이 위험은 사라집니다: %1</translation>
    </message>
    <message>
        <source>Other subjects that lose something with it: %1.</source>
        <translation>함께 권한을 잃는 다른 주체: %1개.</translation>
    </message>
    <message>
        <source>Kubernetes brings its own bindings back when it starts anew.</source>
        <translation>Kubernetes는 다시 시작할 때 자신의 바인딩을 되돌려 놓습니다.</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>This finding</source>
        <translation>이 항목</translation>
    </message>
    <message>
        <source>%1 controls them.</source>
        <translation>%1이(가) 이들을 제어합니다.</translation>
    </message>
    <message>
        <source>%1 controls it.</source>
        <translation>%1이(가) 이를 제어합니다.</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>누구인지 적지 않았습니다</translation>
    </message>
    <message>
        <source>A name that begins or ends with a space, or holds a line break, cannot be sent</source>
        <translation>공백으로 시작하거나 끝나는 이름, 줄 바꿈이 든 이름은 보낼 수 없습니다</translation>
    </message>
    <message>
        <source>These are more groups than a request should carry: at most 64</source>
        <translation>요청 하나에 담기에는 그룹이 너무 많습니다. 최대 64개입니다</translation>
    </message>
    <message>
        <source>nothing takes connections there</source>
        <translation>그곳에는 연결을 받는 것이 없습니다</translation>
    </message>
    <message>
        <source>no NetworkPolicy applies</source>
        <translation>적용되는 NetworkPolicy가 없습니다</translation>
    </message>
    <message>
        <source>the NetworkPolicies allow it</source>
        <translation>NetworkPolicy가 허용합니다</translation>
    </message>
    <message>
        <source>what NetworkPolicies say cannot be known here</source>
        <translation>여기서는 NetworkPolicy의 내용을 알 수 없습니다</translation>
    </message>
    <message>
        <source>blocked if the network plugin enforces policies</source>
        <translation>네트워크 플러그인이 정책을 시행한다면 막힙니다</translation>
    </message>
    <message>
        <source>blocked by NetworkPolicies, which %1 enforces</source>
        <translation>%1이(가) 시행하는 NetworkPolicy가 막습니다</translation>
    </message>
    <message>
        <source>the Service is another name of %1, which is not of this cluster</source>
        <translation>이 Service는 클러스터 밖의 %1을(를) 가리키는 다른 이름입니다</translation>
    </message>
    <message>
        <source>the endpoints could not be read</source>
        <translation>엔드포인트를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>What if: roles and bindings on a copy</source>
        <translation>만약에: 사본에서 역할과 바인딩 바꿔 보기</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>만약에</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로 만듦</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>Deleted and made anew</source>
        <translation>삭제 후 다시 만듦</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>삭제됨</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Not known whether it is there</source>
        <translation>있는지 알 수 없음</translation>
    </message>
    <message>
        <source>You may apply it</source>
        <translation>적용할 수 있습니다</translation>
    </message>
    <message>
        <source>You may not apply it</source>
        <translation>적용할 수 없습니다</translation>
    </message>
    <message>
        <source>Not known whether you may apply it</source>
        <translation>적용할 수 있는지 알 수 없습니다</translation>
    </message>
    <message>
        <source>You lack: %1</source>
        <translation>부족한 권한: %1</translation>
    </message>
    <message>
        <source>Not known whether you have: %1</source>
        <translation>가졌는지 알 수 없는 권한: %1</translation>
    </message>
    <message>
        <source>Asking the server who you are</source>
        <translation>누구인지 서버에 묻는 중</translation>
    </message>
    <message>
        <source>The server does not say who you are: %1</source>
        <translation>누구인지 서버가 말하지 않습니다: %1</translation>
    </message>
    <message>
        <source>As %1</source>
        <translation>신원: %1</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1행: %2</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>%1행 %2열: %3</translation>
    </message>
    <message>
        <source>this is no object: it needs apiVersion, kind and metadata</source>
        <translation>오브젝트가 아닙니다. apiVersion, kind, metadata가 있어야 합니다</translation>
    </message>
    <message>
        <source>%1 has no kind %2</source>
        <translation>%1에는 kind %2이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1 stands here twice</source>
        <translation>%1이(가) 여기에 두 번 있습니다</translation>
    </message>
    <message>
        <source>too long: at most %1 KiB are read</source>
        <translation>너무 깁니다. %1 KiB까지만 읽습니다</translation>
    </message>
    <message>
        <source>%1 is drafted already, and counts as it is there</source>
        <translation>%1은(는) 이미 초안에 있고, 그 초안대로 셉니다</translation>
    </message>
    <message>
        <source>there is no field %1</source>
        <translation>%1 필드는 없습니다</translation>
    </message>
    <message>
        <source>%1 must be a text; a number, true or false needs quotes</source>
        <translation>%1은(는) 문자열이어야 합니다. 숫자나 true, false는 따옴표로 묶습니다</translation>
    </message>
    <message>
        <source>%1 must be a list</source>
        <translation>%1은(는) 목록이어야 합니다</translation>
    </message>
    <message>
        <source>%1 must hold fields</source>
        <translation>%1은(는) 필드를 담아야 합니다</translation>
    </message>
    <message>
        <source>aggregated</source>
        <translation>집계됨</translation>
    </message>
    <message>
        <source>more in %1</source>
        <translation>%1에서는 더 있음</translation>
    </message>
    <message>
        <source>more in %1 namespaces</source>
        <translation>네임스페이스 %1곳에서는 더 있음</translation>
    </message>
    <message>
        <source>Two ServiceAccounts have to be selected</source>
        <translation>ServiceAccount 두 개를 선택해야 합니다</translation>
    </message>
    <message>
        <source>Compare access</source>
        <translation>접근 권한 비교</translation>
    </message>
    <message>
        <source>Compare the access</source>
        <translation>접근 권한 비교</translation>
    </message>
    <message>
        <source>+ gained</source>
        <translation>+ 얻음</translation>
    </message>
    <message>
        <source>− lost</source>
        <translation>− 잃음</translation>
    </message>
    <message>
        <source>~ changed</source>
        <translation>~ 바뀜</translation>
    </message>
    <message>
        <source>Export the comparison as %1</source>
        <translation>비교를 %1(으)로 내보내기</translation>
    </message>
    <message>
        <source>Export the findings as %1</source>
        <translation>찾은 항목을 %1(으)로 내보내기</translation>
    </message>
    <message>
        <source>every verb</source>
        <translation>모든 verb</translation>
    </message>
    <message>
        <source>every resource</source>
        <translation>모든 리소스</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2에 대한 %1</translation>
    </message>
    <message>
        <source>and %1 more risks</source>
        <translation>그 외 위험 %1개</translation>
    </message>
    <message>
        <source>by the same rule</source>
        <translation>같은 규칙으로</translation>
    </message>
    <message>
        <source>%1, and what it includes: %2</source>
        <translation>%1, 포함하는 위험: %2</translation>
    </message>
    <message>
        <source>included in others</source>
        <translation>다른 항목에 포함됨</translation>
    </message>
    <message>
        <source>The same rule gives %1 more risks: %2</source>
        <translation>같은 규칙으로 생기는 다른 위험 %1개: %2</translation>
    </message>
    <message>
        <source>This path rests on no binding, so none can cut it.</source>
        <translation>이 경로는 바인딩에 기대지 않으므로, 바인딩으로 끊을 수 없습니다.</translation>
    </message>
    <message>
        <source>No few bindings were found that cut every path: there are many ways. Each step above names the bindings it rests on.</source>
        <translation>모든 경로를 끊는 소수의 바인딩을 찾지 못했습니다. 길이 많습니다. 위의 각 단계에 그 단계가 기대는 바인딩이 적혀 있습니다.</translation>
    </message>
    <message>
        <source>%1 would not count for %2 any more.</source>
        <translation>%1은(는) 더 이상 %2에게 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>Goes along</source>
        <translation>함께 적용</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>%1: metadata.namespace is required</source>
        <translation>%1: metadata.namespace가 필요합니다</translation>
    </message>
    <message>
        <source>the server is not known to serve %1 of %2</source>
        <translation>서버가 %2의 %1을(를) 제공하는지 알 수 없습니다</translation>
    </message>
    <message>
        <source>there is no namespace %1</source>
        <translation>네임스페이스 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>Cluster %1, as read at %2. Worked out from the objects.</source>
        <translation>클러스터 %1, %2에 읽은 상태입니다. 오브젝트로 계산했습니다.</translation>
    </message>
    <message>
        <source>Who may</source>
        <translation>할 수 있는 주체</translation>
    </message>
    <message>
        <source>No new risk</source>
        <translation>새 위험 없음</translation>
    </message>
    <message>
        <source>New risks: %1</source>
        <translation>새 위험: %1</translation>
    </message>
    <message>
        <source>ServiceAccounts: %1</source>
        <translation>ServiceAccount %1개</translation>
    </message>
    <message>
        <source>users: %1</source>
        <translation>사용자 %1명</translation>
    </message>
    <message>
        <source>groups: %1</source>
        <translation>그룹 %1개</translation>
    </message>
    <message>
        <source>groups that the server adds: %1</source>
        <translation>서버가 더하는 그룹 %1개</translation>
    </message>
    <message>
        <source>everybody whose certificate or login names this group</source>
        <translation>인증서나 로그인에 이 그룹이 적힌 모든 주체</translation>
    </message>
    <message>
        <source>everybody logged in, all ServiceAccounts included</source>
        <translation>로그인한 모든 주체, 모든 ServiceAccount 포함</translation>
    </message>
    <message>
        <source>everybody who does not log in</source>
        <translation>로그인하지 않은 모든 주체</translation>
    </message>
    <message>
        <source>all ServiceAccounts of all namespaces</source>
        <translation>모든 네임스페이스의 모든 ServiceAccount</translation>
    </message>
    <message>
        <source>all ServiceAccounts of namespace %1</source>
        <translation>네임스페이스 %1의 모든 ServiceAccount</translation>
    </message>
    <message>
        <source>everybody in it</source>
        <translation>그룹에 속한 모든 주체</translation>
    </message>
    <message>
        <source>no pod runs as it</source>
        <translation>이것으로 실행되는 Pod 없음</translation>
    </message>
    <message>
        <source>whoever logs in by this name</source>
        <translation>이 이름으로 로그인하는 주체</translation>
    </message>
    <message>
        <source>the server allows it everything, without any binding</source>
        <translation>바인딩 없이도 서버가 모든 것을 허용함</translation>
    </message>
    <message>
        <source>through %1 and %2</source>
        <translation>%1, %2을(를) 통해</translation>
    </message>
    <message>
        <source>Computed: the server was not asked</source>
        <translation>계산한 값: 서버에 묻지 않았습니다</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>계산함</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>묻는 중</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation>서버와 다름</translation>
    </message>
    <message>
        <source>not verifiable</source>
        <translation>확인 불가</translation>
    </message>
    <message>
        <source>Confirmed in part: %1 of %2</source>
        <translation>일부 확인됨: %2개 중 %1개</translation>
    </message>
    <message>
        <source>in part: %1 of %2</source>
        <translation>일부: %2개 중 %1개</translation>
    </message>
    <message>
        <source>not asked: %1</source>
        <translation>묻지 않음: %1개</translation>
    </message>
    <message>
        <source>%1 are in %2, because the server adds it to every such identity</source>
        <translation>%1: 서버가 이런 주체를 모두 %2에 넣습니다</translation>
    </message>
    <message>
        <source>%1 are in %2</source>
        <translation>%1: %2에 속합니다</translation>
    </message>
    <message>
        <source>%1; through it, they may %2.</source>
        <translation>%1. 이 그룹으로 %2 가능.</translation>
    </message>
    <message>
        <source>Because of group system:masters the server asks no authorizer: everything is allowed, and no binding changes that.</source>
        <translation>그룹 system:masters에 속하므로 서버가 권한을 따로 확인하지 않습니다. 모든 것이 허용되며 어떤 바인딩도 이를 바꾸지 못합니다.</translation>
    </message>
    <message>
        <source>Nothing can cut what group system:masters may: the server asks no authorizer about it, so its members may do everything without any binding.</source>
        <translation>그룹 system:masters의 권한은 줄일 수 없습니다. 서버가 이 그룹의 권한을 따로 확인하지 않으므로 구성원은 바인딩 없이도 모든 일을 할 수 있습니다.</translation>
    </message>
    <message>
        <source>There is no %1: what follows would count once somebody makes it.</source>
        <translation>%1이(가) 없습니다. 아래 내용은 누군가 만들면 적용됩니다.</translation>
    </message>
    <message>
        <source>Pods, workloads</source>
        <translation>Pod, 워크로드</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 does not exist. Once somebody makes it:</source>
        <translation>%1이(가) 없습니다. 누군가 만들면:</translation>
    </message>
    <message>
        <source>%1 does not exist: this would count once it is made</source>
        <translation>%1이(가) 없습니다. 만들면 적용됩니다</translation>
    </message>
    <message>
        <source>which groups %1 is in is not known: only those that everybody has are counted</source>
        <translation>%1이(가) 어떤 그룹에 속하는지 알 수 없어 모두가 속한 그룹만 셉니다</translation>
    </message>
</context>
<context>
    <name>rbac::AccessPage</name>
    <message>
        <source>Whose access?</source>
        <translation>누구의 접근 권한인가요?</translation>
    </message>
    <message>
        <source>Whose access</source>
        <translation>접근 권한 대상</translation>
    </message>
    <message>
        <source>Whose access is shown</source>
        <translation>누구의 접근 권한을 보는지</translation>
    </message>
    <message>
        <source>team-a/web, User/jane, Group/devs</source>
        <translation>team-a/web, User/jane, Group/devs</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>접근 권한</translation>
    </message>
    <message>
        <source>Access of %1</source>
        <translation>%1개 주체의 접근 권한</translation>
    </message>
    <message>
        <source>Access: %1</source>
        <translation>접근 권한: %1</translation>
    </message>
    <message>
        <source>Name a ServiceAccount as namespace/name, a user, or a group as Group/name; several with commas between them, at most %1. Or ask below.</source>
        <translation>ServiceAccount는 네임스페이스/이름, 사용자는 이름, 그룹은 Group/이름으로 적습니다. 여러 개는 쉼표로 나누며 최대 %1개입니다. 아래에서 질문할 수도 있습니다.</translation>
    </message>
</context>
<context>
    <name>rbac::AccessPane</name>
    <message>
        <source>Graph of access</source>
        <translation>접근 권한 그래프</translation>
    </message>
    <message>
        <source>About what is selected</source>
        <translation>선택한 것에 대한 설명</translation>
    </message>
    <message>
        <source>Graph and answer</source>
        <translation>그래프와 답</translation>
    </message>
    <message>
        <source>Fold defaults</source>
        <translation>기본값 접기</translation>
    </message>
    <message>
        <source>One card for what Kubernetes or the platform brings</source>
        <translation>Kubernetes나 플랫폼이 제공하는 것을 카드 하나로 모읍니다</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>그래프 전체 보기</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Show as a graph</source>
        <translation>그래프로 보기</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Show the same as tables</source>
        <translation>같은 내용을 표로 보기</translation>
    </message>
    <message>
        <source>Pods: %1 · Groups: %2 · Bindings: %3 · Roles: %4</source>
        <translation>Pod: %1 · 그룹: %2 · 바인딩: %3 · 역할: %4</translation>
    </message>
    <message>
        <source>Not everything may be read</source>
        <translation>일부는 읽을 권한이 없습니다</translation>
    </message>
    <message>
        <source>Select a box or a cell to see what it means. Arrow keys walk along the lines, Ctrl and the wheel zoom.</source>
        <translation>상자나 칸을 선택하면 그 뜻을 설명합니다. 화살표 키로 선을 따라 이동하고, Ctrl과 휠로 확대·축소합니다.</translation>
    </message>
    <message>
        <source>Back to what was in the middle before</source>
        <translation>이전에 가운데 있던 주체로 돌아가기</translation>
    </message>
    <message>
        <source>Into the middle</source>
        <translation>가운데로</translation>
    </message>
    <message>
        <source>Show the access of what is selected</source>
        <translation>선택한 주체의 접근 권한 보기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open the page of what is selected</source>
        <translation>선택한 오브젝트의 페이지 열기</translation>
    </message>
    <message>
        <source>%1 of %2 identities</source>
        <translation>주체 %2개 중 %1개</translation>
    </message>
    <message>
        <source>What the server confirms</source>
        <translation>서버가 확인한 것</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>서버와 대조</translation>
    </message>
    <message>
        <source>Ask the server whether it says the same</source>
        <translation>서버도 같은 답을 하는지 묻기</translation>
    </message>
    <message>
        <source>Stale since %1</source>
        <translation>%1 이후 갱신되지 않음</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>지금 시도</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>이것은 무엇인가</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>펼치기</translation>
    </message>
    <message>
        <source>Show each object of this card</source>
        <translation>이 카드의 오브젝트를 하나씩 표시합니다</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Write the graph, its rights and the answer to a file</source>
        <translation>그래프와 권한, 답을 파일로 저장합니다</translation>
    </message>
    <message>
        <source>%1 identities</source>
        <translation>주체 %1개</translation>
    </message>
    <message>
        <source>As read, resourceVersion %1.</source>
        <translation>읽은 그대로, resourceVersion %1.</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>만약에…</translation>
    </message>
    <message>
        <source>Change a copy of what is selected, and see who would gain and lose what</source>
        <translation>선택한 것의 사본을 바꿔 보고, 누가 무엇을 얻고 잃는지 봅니다</translation>
    </message>
    <message>
        <source>View as</source>
        <translation>이 신원으로 보기</translation>
    </message>
    <message>
        <source>See the cluster with the eyes of what is in the middle</source>
        <translation>가운데 있는 대상의 신원으로 클러스터를 봅니다</translation>
    </message>
    <message>
        <source>Only through it</source>
        <translation>이것을 통한 것만</translation>
    </message>
    <message>
        <source>Leave out what the same subjects may do through other bindings and roles</source>
        <translation>같은 주체가 다른 바인딩과 역할로 할 수 있는 일은 뺍니다</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Find in the graph and in the tables (%1)</source>
        <translation>그래프와 표에서 찾습니다(%1)</translation>
    </message>
    <message>
        <source>Other rights left out: %1</source>
        <translation>제외한 다른 권한: %1개</translation>
    </message>
    <message>
        <source>This pod mounts no API token: without one of its own it calls as system:anonymous</source>
        <translation>이 Pod에는 API 토큰이 마운트되지 않습니다. 자체 토큰이 없으면 system:anonymous로 호출합니다</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>왜 안 되나요?</translation>
    </message>
    <message>
        <source>Select a row to see what its words mean. Enter opens the binding, or where a connection leads.</source>
        <translation>행을 선택하면 용어의 뜻을 설명합니다. Enter를 누르면 바인딩이나 연결된 대상을 엽니다.</translation>
    </message>
    <message>
        <source>Ask the server</source>
        <translation>서버에 묻기</translation>
    </message>
    <message>
        <source>Ask the server about this cell alone (Enter)</source>
        <translation>이 칸만 서버에 묻습니다(Enter)</translation>
    </message>
    <message>
        <source>Ask %1 more</source>
        <translation>%1개 더 묻기</translation>
    </message>
    <message>
        <source>There is no %1</source>
        <translation>%1이(가) 없습니다</translation>
    </message>
    <message>
        <source>What is drawn would count once somebody makes it: bindings and groups go by the name.</source>
        <translation>바인딩과 그룹은 이름을 따르므로, 그려진 내용은 누군가 만들면 적용됩니다.</translation>
    </message>
</context>
<context>
    <name>rbac::AccessTab</name>
    <message>
        <source>Reading who may do what</source>
        <translation>누가 무엇을 할 수 있는지 읽는 중</translation>
    </message>
    <message>
        <source>Roles, bindings, accounts and pods of all namespaces are being listed.</source>
        <translation>모든 네임스페이스의 역할, 바인딩, 계정, Pod 목록을 읽고 있습니다.</translation>
    </message>
    <message>
        <source>Nobody gets anything through it</source>
        <translation>이를 통해 권한을 받는 주체가 없습니다</translation>
    </message>
    <message>
        <source>No subject of a binding that is known comes through this object.</source>
        <translation>알려진 바인딩 가운데 이 오브젝트를 거치는 주체가 없습니다.</translation>
    </message>
    <message>
        <source>What if this object were another</source>
        <translation>만약에 이 오브젝트가 다르다면</translation>
    </message>
    <message>
        <source>What if this object were deleted</source>
        <translation>만약에 이 오브젝트가 삭제된다면</translation>
    </message>
    <message>
        <source>There is no %1</source>
        <translation>%1: 존재하지 않습니다</translation>
    </message>
    <message>
        <source>It may have been deleted, or have another name.</source>
        <translation>삭제되었거나 이름이 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>알 수 없음: %1</translation>
    </message>
    <message>
        <source>Objects of its kind may not be listed here, so nobody is known whom it is about.</source>
        <translation>여기서 이 종류의 오브젝트를 나열할 권한이 없어 누구에 대한 것인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>This pod runs as nobody</source>
        <translation>이 Pod에는 실행 주체가 없습니다</translation>
    </message>
    <message>
        <source>It is a static pod: the kubelet runs it from a file, without a ServiceAccount.</source>
        <translation>정적 Pod입니다. kubelet이 파일에서 ServiceAccount 없이 실행합니다.</translation>
    </message>
    <message>
        <source>No subject of any binding comes through this object.</source>
        <translation>어떤 바인딩의 주체도 이 오브젝트를 거치지 않습니다.</translation>
    </message>
    <message>
        <source>The question names nobody, and the server does not say who you are.</source>
        <translation>질문에 주체가 없고, 서버가 지금 사용자를 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Of %1 identities the question names none. Begin it with one: can %2 list pods</source>
        <translation>주체 %1개 가운데 누구에 대한 질문인지 알 수 없습니다. 하나를 앞에 적으십시오: can %2 list pods</translation>
    </message>
    <message>
        <source>Asking who you are</source>
        <translation>누구인지 묻는 중</translation>
    </message>
    <message>
        <source>The server alone knows the groups of a user, and tells them to that user.</source>
        <translation>사용자의 그룹은 서버만 알며, 그 사용자에게만 알려 줍니다.</translation>
    </message>
</context>
<context>
    <name>rbac::AccessTwin</name>
    <message>
        <source>Rights</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Rights: %1</source>
        <translation>권한: %1</translation>
    </message>
    <message>
        <source>Connections: %1</source>
        <translation>연결: %1</translation>
    </message>
    <message>
        <source>Open the binding</source>
        <translation>바인딩 열기</translation>
    </message>
    <message>
        <source>Open the role</source>
        <translation>역할 열기</translation>
    </message>
    <message>
        <source>Ask the server about it</source>
        <translation>이 권한을 서버에 묻기</translation>
    </message>
</context>
<context>
    <name>rbac::AfterPane</name>
    <message>
        <source>Graph of access as it would be</source>
        <translation>적용 후의 액세스 그래프</translation>
    </message>
    <message>
        <source>About what is selected</source>
        <translation>선택한 것에 대한 설명</translation>
    </message>
    <message>
        <source>Whose access</source>
        <translation>접근 권한 대상</translation>
    </message>
    <message>
        <source>All whom the drafts touch</source>
        <translation>초안이 영향을 주는 모두</translation>
    </message>
    <message>
        <source>ServiceAccount/NAMESPACE/NAME, User/NAME or Group/NAME; empty: all whom the drafts touch</source>
        <translation>ServiceAccount/NAMESPACE/NAME, User/NAME 또는 Group/NAME. 비워 두면 초안이 영향을 주는 모두</translation>
    </message>
    <message>
        <source>Fold defaults</source>
        <translation>기본값 접기</translation>
    </message>
    <message>
        <source>One card for what Kubernetes or the platform brings</source>
        <translation>Kubernetes나 플랫폼이 제공하는 것을 카드 하나로 모읍니다</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>그래프 전체 보기</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Show as a graph</source>
        <translation>그래프로 보기</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Show the same as tables</source>
        <translation>같은 내용을 표로 보기</translation>
    </message>
    <message>
        <source>This names nobody: ServiceAccount/NAMESPACE/NAME, User/NAME or Group/NAME</source>
        <translation>아무도 가리키지 않습니다: ServiceAccount/NAMESPACE/NAME, User/NAME 또는 Group/NAME</translation>
    </message>
    <message>
        <source>%1 identities</source>
        <translation>주체 %1개</translation>
    </message>
    <message>
        <source>%1 of %2 identities</source>
        <translation>주체 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Gained: %1 · Lost: %2</source>
        <translation>얻음: %1 · 잃음: %2</translation>
    </message>
    <message>
        <source>Nobody would have other rights</source>
        <translation>권한이 달라지는 신원이 없습니다</translation>
    </message>
    <message>
        <source>+ gained, − lost, ~ changed, ± in one place the one and in another the other. Select a box or a cell to see what it means.</source>
        <translation>+ 얻음, − 잃음, ~ 바뀜, ± 한 곳에서는 얻고 다른 곳에서는 잃음. 상자나 칸을 선택하면 뜻을 알 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>rbac::AnswerView</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the YAML</source>
        <translation>YAML 복사</translation>
    </message>
    <message>
        <source>What would allow it</source>
        <translation>허용하는 방법</translation>
    </message>
    <message>
        <source>YAML that would allow it</source>
        <translation>허용하는 YAML</translation>
    </message>
    <message>
        <source>Smallest fix</source>
        <translation>가장 작은 수정</translation>
    </message>
    <message>
        <source>This was not understood</source>
        <translation>질문을 이해하지 못했습니다</translation>
    </message>
    <message>
        <source>One asks as with kubectl auth can-i: can VERB RESOURCE in NAMESPACE, for example: can list pods in team-a</source>
        <translation>kubectl auth can-i처럼 묻습니다: can VERB RESOURCE in NAMESPACE, 예: can list pods in team-a</translation>
    </message>
    <message>
        <source>Copied the YAML</source>
        <translation>YAML을 복사했습니다</translation>
    </message>
    <message>
        <source>Whether you may apply it</source>
        <translation>적용할 수 있는지</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Save the YAML as a file</source>
        <translation>YAML을 파일로 저장합니다</translation>
    </message>
    <message>
        <source>Save the YAML</source>
        <translation>YAML 저장</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>만약에…</translation>
    </message>
    <message>
        <source>Show who would gain what by this, and change it</source>
        <translation>이것으로 누가 무엇을 얻는지 보고 고칩니다</translation>
    </message>
    <message>
        <source>Answer and fix</source>
        <translation>답과 수정</translation>
    </message>
    <message>
        <source>What the server says to this answer</source>
        <translation>이 답에 대한 서버의 답</translation>
    </message>
    <message>
        <source>Ask the server</source>
        <translation>서버에 묻기</translation>
    </message>
    <message>
        <source>Ask the server about this answer alone</source>
        <translation>이 답만 서버에 묻습니다</translation>
    </message>
    <message>
        <source>Which risks it brings</source>
        <translation>이 수정이 가져오는 위험</translation>
    </message>
    <message>
        <source>Copied the list</source>
        <translation>목록을 복사했습니다</translation>
    </message>
    <message>
        <source>This is about the Kubernetes API, not about the network</source>
        <translation>네트워크가 아니라 Kubernetes API에 관한 답입니다</translation>
    </message>
    <message>
        <source>Talking to a pod or a Service over the network needs no right: NetworkPolicies decide.</source>
        <translation>네트워크로 Pod나 Service와 통신하는 데는 권한이 필요 없습니다. NetworkPolicy가 정합니다.</translation>
    </message>
    <message>
        <source>Reach…</source>
        <translation>도달 범위…</translation>
    </message>
    <message>
        <source>Tell what its pods may ask of the API from whom they can talk to over the network</source>
        <translation>그 Pod가 API에 요청할 수 있는 것과 네트워크로 통신할 수 있는 상대를 구분해 보여 줍니다</translation>
    </message>
    <message>
        <source>Asking who you are</source>
        <translation>누구인지 묻는 중</translation>
    </message>
    <message>
        <source>The answer depends on your groups, which the server tells.</source>
        <translation>답은 서버가 알려 주는 사용자의 그룹에 따라 달라집니다.</translation>
    </message>
</context>
<context>
    <name>rbac::AskBar</name>
    <message>
        <source>Ask</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Ask what is allowed</source>
        <translation>허용되는지 묻기</translation>
    </message>
    <message>
        <source>Paste a 403</source>
        <translation>403 붙여넣기</translation>
    </message>
    <message>
        <source>Reads who was refused what from the message on the clipboard</source>
        <translation>클립보드의 메시지에서 누가 무엇을 거부당했는지 읽습니다</translation>
    </message>
    <message>
        <source>can list pods in team-a, who can get secrets, or the text of a 403</source>
        <translation>can list pods in team-a, who can get secrets 또는 403 메시지</translation>
    </message>
</context>
<context>
    <name>rbac::CompareFilter</name>
    <message>
        <source>Show only these rows; press again for all</source>
        <translation>이 행만 표시, 다시 누르면 전체 표시</translation>
    </message>
    <message>
        <source>Filter by words, names, namespaces</source>
        <translation>낱말, 이름, 네임스페이스로 거르기</translation>
    </message>
    <message>
        <source>Filter what is compared</source>
        <translation>비교한 것을 거르기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>비교 내보내기</translation>
    </message>
    <message>
        <source>Show only %1</source>
        <translation>%1만 보이기</translation>
    </message>
</context>
<context>
    <name>rbac::ComparePage</name>
    <message>
        <source>Compare access</source>
        <translation>접근 권한 비교</translation>
    </message>
    <message>
        <source>First</source>
        <translation>첫째</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>둘째</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Swap the first and the second</source>
        <translation>첫째와 둘째를 서로 바꿉니다</translation>
    </message>
    <message>
        <source>Stale since %1</source>
        <translation>%1 이후 갱신되지 않음</translation>
    </message>
    <message>
        <source>Reading who may do what</source>
        <translation>누가 무엇을 할 수 있는지 읽는 중</translation>
    </message>
    <message>
        <source>Not everything may be read</source>
        <translation>일부는 읽을 권한이 없습니다</translation>
    </message>
    <message>
        <source>This is nobody: %1</source>
        <translation>누구도 아닙니다: %1</translation>
    </message>
    <message>
        <source>Write ServiceAccount/NAMESPACE/NAME, User/NAME or Group/NAME.</source>
        <translation>ServiceAccount/NAMESPACE/NAME, User/NAME 또는 Group/NAME으로 쓰십시오.</translation>
    </message>
    <message>
        <source>Choose two identities, or one in two clusters</source>
        <translation>두 주체를 고르거나, 두 클러스터에서 같은 주체를 고르십시오</translation>
    </message>
    <message>
        <source>Type some letters of a name. The same name in two clusters shows what differs between them.</source>
        <translation>이름의 글자 몇 개를 치십시오. 두 클러스터에서 같은 이름을 고르면 그 차이가 보입니다.</translation>
    </message>
    <message>
        <source>In</source>
        <translation>있는 곳</translation>
    </message>
    <message>
        <source>The comparison is in %1</source>
        <translation>비교를 %1에 저장했습니다</translation>
    </message>
</context>
<context>
    <name>rbac::CompareTables</name>
    <message>
        <source>Rights compared</source>
        <translation>비교한 권한</translation>
    </message>
    <message>
        <source>Risks compared</source>
        <translation>비교한 위험</translation>
    </message>
    <message>
        <source>Rights and risks</source>
        <translation>권한과 위험</translation>
    </message>
    <message>
        <source>Rights: %1 of %2</source>
        <translation>권한: %2개 중 %1개</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Risks: %1 of %2</source>
        <translation>위험: %2개 중 %1개</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>위험</translation>
    </message>
    <message>
        <source>Sort the rights by: %1</source>
        <translation>권한 정렬: %1</translation>
    </message>
    <message>
        <source>Sort the risks by: %1</source>
        <translation>위험 정렬: %1</translation>
    </message>
</context>
<context>
    <name>rbac::ComparedRightsModel</name>
    <message>
        <source>In</source>
        <translation>있는 곳</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>권한</translation>
    </message>
</context>
<context>
    <name>rbac::ComparedRisksModel</name>
    <message>
        <source>In</source>
        <translation>있는 곳</translation>
    </message>
</context>
<context>
    <name>rbac::ConnectionsModel</name>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>관계</translation>
    </message>
    <message>
        <source>To</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>runs as</source>
        <translation>실행 계정</translation>
    </message>
    <message>
        <source>is in</source>
        <translation>속한 그룹</translation>
    </message>
    <message>
        <source>is named by</source>
        <translation>가리키는 바인딩</translation>
    </message>
    <message>
        <source>gives</source>
        <translation>주는 역할</translation>
    </message>
    <message>
        <source>takes in</source>
        <translation>합치는 역할</translation>
    </message>
    <message>
        <source>counts in</source>
        <translation>효력 범위</translation>
    </message>
    <message>
        <source>implied by the server</source>
        <translation>서버가 더함</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>not known: may not be read</source>
        <translation>알 수 없음: 읽을 권한이 없음</translation>
    </message>
    <message>
        <source>risk %1</source>
        <translation>위험 %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>resourceVersion</source>
        <translation>resourceVersion</translation>
    </message>
    <message>
        <source>risk %1 of %2</source>
        <translation>%2의 위험 %1</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 없음</translation>
    </message>
</context>
<context>
    <name>rbac::DiffView</name>
    <message>
        <source>Differences from the object as read</source>
        <translation>읽은 오브젝트와 다른 점</translation>
    </message>
</context>
<context>
    <name>rbac::DraftEditor</name>
    <message>
        <source>Nothing was taken: at most %1 KiB can be drafted at a time</source>
        <translation>받아들이지 않았습니다. 한 번에 %1 KiB까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>Nothing was taken: a line is longer than %1 characters</source>
        <translation>받아들이지 않았습니다. 한 줄이 %1자보다 깁니다</translation>
    </message>
</context>
<context>
    <name>rbac::DraftPane</name>
    <message>
        <source>Drafts</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Draft a new object</source>
        <translation>새 오브젝트의 초안을 만듭니다</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>변경…</translation>
    </message>
    <message>
        <source>Draft a change of an object that is there</source>
        <translation>있는 오브젝트를 바꾸는 초안을 만듭니다</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Draft the end of an object that is there</source>
        <translation>있는 오브젝트를 삭제하는 초안을 만듭니다</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Back to the object as it was read</source>
        <translation>읽은 그대로의 오브젝트로 되돌립니다</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Take this out of what is drafted</source>
        <translation>이것을 초안에서 뺍니다</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>클립보드에서</translation>
    </message>
    <message>
        <source>Nothing was taken: at most %1 KiB can be drafted at a time</source>
        <translation>받아들이지 않았습니다. 한 번에 %1 KiB까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>There is no YAML on the clipboard</source>
        <translation>클립보드에 YAML이 없습니다</translation>
    </message>
</context>
<context>
    <name>rbac::DraftView</name>
    <message>
        <source>YAML of the draft</source>
        <translation>초안의 YAML</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Show what differs from the object as read</source>
        <translation>읽은 오브젝트와 다른 점을 보여 줍니다</translation>
    </message>
    <message>
        <source>As read, resourceVersion %1</source>
        <translation>읽은 그대로, resourceVersion %1</translation>
    </message>
    <message>
        <source>This object would be deleted.</source>
        <translation>이 오브젝트가 삭제됩니다.</translation>
    </message>
    <message>
        <source>Nothing is drafted. Add an object, or take one that is there, and see at once who would gain and lose what. Nothing is sent to the cluster.</source>
        <translation>초안이 없습니다. 오브젝트를 추가하거나 있는 것을 골라 바꾸면, 누가 무엇을 얻고 잃는지 바로 보입니다. 클러스터에는 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Changed since read</source>
        <translation>읽은 뒤 바뀜</translation>
    </message>
    <message>
        <source>Deleted since read</source>
        <translation>읽은 뒤 삭제됨</translation>
    </message>
    <message>
        <source>Another wrote to it meanwhile.</source>
        <translation>그사이 다른 쪽에서 썼습니다.</translation>
    </message>
    <message>
        <source>Take the new one</source>
        <translation>새것으로 바꾸기</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>초안 버리기</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>내 것 유지</translation>
    </message>
    <message>
        <source>The server does not show it</source>
        <translation>서버가 보여 주지 않습니다</translation>
    </message>
    <message>
        <source>This is what its list says. %1</source>
        <translation>목록에 있는 내용입니다. %1</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>위치 보기</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>이해하지 못함</translation>
    </message>
    <message>
        <source>Not understood in %1 places</source>
        <translation>%1곳을 이해하지 못함</translation>
    </message>
    <message>
        <source>There is no list of rules in this YAML that a rule can be added to</source>
        <translation>이 YAML에는 규칙을 더할 수 있는 rules 목록이 없습니다</translation>
    </message>
</context>
<context>
    <name>rbac::DraftsModel</name>
    <message>
        <source>Reading</source>
        <translation>읽는 중</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>이해하지 못함</translation>
    </message>
    <message>
        <source>Changed since read</source>
        <translation>읽은 뒤 바뀜</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>Text without an object</source>
        <translation>오브젝트가 없는 글</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>오브젝트</translation>
    </message>
    <message>
        <source>You may</source>
        <translation>적용 가능</translation>
    </message>
</context>
<context>
    <name>rbac::EffectPane</name>
    <message>
        <source>Rights gained and lost</source>
        <translation>얻고 잃는 권한</translation>
    </message>
    <message>
        <source>Risks that come and go</source>
        <translation>생기고 사라지는 위험</translation>
    </message>
    <message>
        <source>Working it out</source>
        <translation>계산하는 중</translation>
    </message>
    <message>
        <source>Why you may or may not apply it</source>
        <translation>적용할 수 있거나 없는 이유</translation>
    </message>
    <message>
        <source>Show the objects as YAML</source>
        <translation>오브젝트를 YAML로 보여 줍니다</translation>
    </message>
    <message>
        <source>Show the kubectl commands that do it</source>
        <translation>그렇게 하는 kubectl 명령을 보여 줍니다</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation>보이는 것을 복사합니다</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Save what is shown as a file</source>
        <translation>보이는 것을 파일로 저장합니다</translation>
    </message>
    <message>
        <source>How it is done</source>
        <translation>적용하는 방법</translation>
    </message>
    <message>
        <source>Copied the commands</source>
        <translation>명령을 복사했습니다</translation>
    </message>
    <message>
        <source>Copied the YAML</source>
        <translation>YAML을 복사했습니다</translation>
    </message>
    <message>
        <source>Gained: %1 · Lost: %2</source>
        <translation>얻음: %1 · 잃음: %2</translation>
    </message>
    <message>
        <source>Gained and lost</source>
        <translation>얻음과 잃음</translation>
    </message>
    <message>
        <source>New risks: %1 · Gone: %2</source>
        <translation>새 위험: %1 · 사라진 위험: %2</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>위험</translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>바뀌는 것이 없습니다</translation>
    </message>
    <message>
        <source>Save the commands</source>
        <translation>명령 저장</translation>
    </message>
    <message>
        <source>Save the YAML</source>
        <translation>YAML 저장</translation>
    </message>
    <message>
        <source>No object would be written. What is deleted stands in the commands.</source>
        <translation>쓰이는 오브젝트가 없습니다. 삭제되는 것은 명령에 있습니다.</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>Show what is gained and lost as lists, and how it is done</source>
        <translation>얻고 잃는 것을 목록으로, 적용하는 방법과 함께 보여 줍니다</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>적용 후</translation>
    </message>
    <message>
        <source>Show the access as it would be, with what is gained and lost</source>
        <translation>적용 후의 액세스를 얻고 잃는 것과 함께 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>rbac::FindRow</name>
    <message>
        <source>A name, or can:list/secrets ns:team-a via:group kind:Role risk:</source>
        <translation>이름 또는 can:list/secrets ns:team-a via:group kind:Role risk:</translation>
    </message>
    <message>
        <source>Find in the graph</source>
        <translation>그래프에서 찾기</translation>
    </message>
    <message>
        <source>can:VERB/RESOURCE what may be done
ns:NAMESPACE where it holds
via:group, via:direct or via:NAME through what it comes
kind:KIND and risk:ID which objects
Everything else is looked for in names.</source>
        <translation>can:VERB/RESOURCE 무엇을 할 수 있는지
ns:NAMESPACE 어디에서 유효한지
via:group, via:direct 또는 via:NAME 무엇을 통해 얻는지
kind:KIND와 risk:ID 어떤 오브젝트인지
그 밖의 말은 이름에서 찾습니다.</translation>
    </message>
    <message>
        <source>To the one before</source>
        <translation>이전 항목으로</translation>
    </message>
    <message>
        <source>To the next one</source>
        <translation>다음 항목으로</translation>
    </message>
    <message>
        <source>Close the line</source>
        <translation>찾기 줄 닫기</translation>
    </message>
    <message>
        <source>Boxes: %1 · Rights: %2</source>
        <translation>상자: %1 · 권한: %2</translation>
    </message>
    <message>
        <source>%1 is not known. There are %2</source>
        <translation>%1은(는) 알 수 없는 조건입니다. 쓸 수 있는 조건: %2</translation>
    </message>
</context>
<context>
    <name>rbac::HoldersModel</name>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Who may</source>
        <translation>할 수 있는 주체</translation>
    </message>
    <message>
        <source>Who that is</source>
        <translation>누구인가</translation>
    </message>
    <message>
        <source>How</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>증명</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2개</translation>
    </message>
</context>
<context>
    <name>rbac::HoldersView</name>
    <message>
        <source>Who may do it</source>
        <translation>할 수 있는 주체</translation>
    </message>
    <message>
        <source>Show its access</source>
        <translation>접근 권한 보기</translation>
    </message>
    <message>
        <source>Show all that the selected one may do (Enter)</source>
        <translation>선택한 주체가 할 수 있는 모든 것을 봅니다(Enter)</translation>
    </message>
    <message>
        <source>Ask the server</source>
        <translation>서버에 묻기</translation>
    </message>
    <message>
        <source>Ask the server about the selected one alone</source>
        <translation>선택한 주체만 서버에 묻습니다</translation>
    </message>
    <message>
        <source>Ask about all</source>
        <translation>모두 묻기</translation>
    </message>
    <message>
        <source>Ask the server about each of them</source>
        <translation>모든 주체를 하나씩 서버에 묻습니다</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the list as text</source>
        <translation>목록을 글로 복사합니다</translation>
    </message>
</context>
<context>
    <name>rbac::IdentityPicker</name>
    <message>
        <source>ServiceAccount/NAMESPACE/NAME, User/NAME or Group/NAME</source>
        <translation>ServiceAccount/NAMESPACE/NAME, User/NAME 또는 Group/NAME</translation>
    </message>
    <message>
        <source>%1: in which cluster</source>
        <translation>%1: 어느 클러스터에서</translation>
    </message>
</context>
<context>
    <name>rbac::Lessons</name>
    <message>
        <source>A pod calls the API server as the ServiceAccount in its spec, with a token that the kubelet puts into it. It is the account that holds rights, never the pod.</source>
        <translation>Pod는 spec에 적힌 ServiceAccount로서, kubelet이 넣어 준 토큰을 가지고 API 서버를 호출합니다. 권한은 Pod가 아니라 그 계정이 가집니다.</translation>
    </message>
    <message>
        <source>A ServiceAccount is an identity for programs, and an object of a namespace. As a subject of a binding it needs its namespace beside its name.</source>
        <translation>ServiceAccount는 프로그램을 위한 신원이며 네임스페이스에 속한 오브젝트입니다. 바인딩의 subject로 적을 때는 이름과 함께 네임스페이스가 필요합니다.</translation>
    </message>
    <message>
        <source>A user is a subject, but no object: Kubernetes only knows the name that a certificate, a token or a proxy brings.</source>
        <translation>사용자는 subject이지만 오브젝트는 아닙니다. Kubernetes는 인증서, 토큰 또는 프록시가 알려 주는 이름만 압니다.</translation>
    </message>
    <message>
        <source>A group is a subject, but no object: who is in it is said by the certificate or token, and for accounts by the server itself.</source>
        <translation>그룹은 subject이지만 오브젝트는 아닙니다. 누가 속하는지는 인증서나 토큰이 말하고, 계정의 경우 서버가 직접 정합니다.</translation>
    </message>
    <message>
        <source>A RoleBinding gives the rules of one Role or ClusterRole to its subjects, in its own namespace only. Its roleRef can never be changed, only replaced.</source>
        <translation>RoleBinding은 Role 또는 ClusterRole 하나의 규칙을 자신의 네임스페이스 안에서만 subject에게 줍니다. roleRef는 바꿀 수 없고, 바인딩을 새로 만들어야 합니다.</translation>
    </message>
    <message>
        <source>A ClusterRoleBinding gives the rules of one ClusterRole to its subjects in every namespace, and for what belongs to no namespace.</source>
        <translation>ClusterRoleBinding은 ClusterRole 하나의 규칙을 모든 네임스페이스에서, 그리고 네임스페이스에 속하지 않는 것에 대해 subject에게 줍니다.</translation>
    </message>
    <message>
        <source>A Role is a list of rules for one namespace. Rules only allow and add up: there is none that forbids. It gives nothing until a binding names it.</source>
        <translation>Role은 한 네임스페이스를 위한 규칙 목록입니다. 규칙은 허용만 하고 서로 더해지며, 금지하는 규칙은 없습니다. 바인딩이 가리키기 전에는 아무것도 주지 않습니다.</translation>
    </message>
    <message>
        <source>A ClusterRole is a list of rules without a namespace. A ClusterRoleBinding gives it everywhere, a RoleBinding in one namespace.</source>
        <translation>ClusterRole은 네임스페이스가 없는 규칙 목록입니다. ClusterRoleBinding은 이를 모든 곳에서, RoleBinding은 한 네임스페이스에서 줍니다.</translation>
    </message>
    <message>
        <source>Where a right holds is decided by the binding: a RoleBinding counts in its namespace, a ClusterRoleBinding in all of them.</source>
        <translation>권한이 유효한 곳은 바인딩이 정합니다. RoleBinding은 자신의 네임스페이스에서, ClusterRoleBinding은 모든 네임스페이스에서 유효합니다.</translation>
    </message>
    <message>
        <source>This ClusterRole is aggregated: a controller fills in the rules of all ClusterRoles whose labels its selectors name. Rules written into it by hand are replaced.</source>
        <translation>이 ClusterRole은 집계(aggregation)됩니다. 컨트롤러가 selector에 맞는 레이블을 가진 모든 ClusterRole의 규칙을 채워 넣으며, 손으로 쓴 규칙은 덮어씁니다.</translation>
    </message>
    <message>
        <source>get reads one object by its name: GET. For pods/exec and its like it also opens a connection.</source>
        <translation>get은 이름으로 오브젝트 하나를 읽습니다: GET. pods/exec 같은 것에서는 연결을 열기도 합니다.</translation>
    </message>
    <message>
        <source>list reads all objects with all their content, so list on secrets shows the secrets: GET on the collection.</source>
        <translation>list는 모든 오브젝트를 내용까지 읽으므로 secrets에 대한 list는 Secret의 내용도 보여 줍니다: 컬렉션에 대한 GET.</translation>
    </message>
    <message>
        <source>watch follows changes, whole objects again: GET with ?watch=true.</source>
        <translation>watch는 변경을 따라가며 이때도 오브젝트 전체를 읽습니다: ?watch=true가 붙은 GET.</translation>
    </message>
    <message>
        <source>create makes a new object: POST. A rule with resourceNames cannot allow it, because the name is not known yet.</source>
        <translation>create는 새 오브젝트를 만듭니다: POST. 아직 이름을 알 수 없으므로 resourceNames가 있는 규칙으로는 허용할 수 없습니다.</translation>
    </message>
    <message>
        <source>update replaces a whole object: PUT.</source>
        <translation>update는 오브젝트 전체를 바꿉니다: PUT.</translation>
    </message>
    <message>
        <source>patch changes parts of an object: PATCH. kubectl apply and edit use it.</source>
        <translation>patch는 오브젝트의 일부를 바꿉니다: PATCH. kubectl apply와 edit가 사용합니다.</translation>
    </message>
    <message>
        <source>delete removes one object: DELETE.</source>
        <translation>delete는 오브젝트 하나를 지웁니다: DELETE.</translation>
    </message>
    <message>
        <source>deletecollection removes all that a selector finds: DELETE on the collection.</source>
        <translation>deletecollection은 selector에 맞는 것을 모두 지웁니다: 컬렉션에 대한 DELETE.</translation>
    </message>
    <message>
        <source>bind has no HTTP method of its own: it lets somebody bind a role whose rights they do not have themselves.</source>
        <translation>bind는 고유한 HTTP 메서드가 없습니다. 자신이 갖지 않은 권한의 역할을 바인딩할 수 있게 합니다.</translation>
    </message>
    <message>
        <source>escalate has no HTTP method of its own: it lets somebody write rules into a role that they do not have themselves.</source>
        <translation>escalate는 고유한 HTTP 메서드가 없습니다. 자신이 갖지 않은 규칙을 역할에 쓸 수 있게 합니다.</translation>
    </message>
    <message>
        <source>impersonate lets somebody act as another user, group or account: the request has Impersonate headers.</source>
        <translation>impersonate는 다른 사용자, 그룹 또는 계정으로 행동할 수 있게 합니다. 요청에 Impersonate 헤더가 붙습니다.</translation>
    </message>
    <message>
        <source>use has no HTTP method of its own: admission asks for it before an object may refer to that policy.</source>
        <translation>use는 고유한 HTTP 메서드가 없습니다. 오브젝트가 해당 정책을 참조하기 전에 어드미션이 확인합니다.</translation>
    </message>
    <message>
        <source>approve lets somebody approve requests for certificates of a signer.</source>
        <translation>approve는 signer의 인증서 요청을 승인할 수 있게 합니다.</translation>
    </message>
    <message>
        <source>sign lets somebody issue certificates in the name of a signer.</source>
        <translation>sign은 signer의 이름으로 인증서를 발급할 수 있게 합니다.</translation>
    </message>
    <message>
        <source>attest lets somebody publish trust bundles of a signer.</source>
        <translation>attest는 signer의 신뢰 번들을 게시할 수 있게 합니다.</translation>
    </message>
    <message>
        <source>* stands for every verb, also for those that come with later versions.</source>
        <translation>*는 모든 동사를 뜻하며 이후 버전에 추가되는 동사도 포함합니다.</translation>
    </message>
    <message>
        <source>A URL that is no resource, such as /healthz: the verb is the HTTP method in small letters, and only ClusterRoleBindings count.</source>
        <translation>/healthz처럼 리소스가 아닌 URL입니다. 동사는 소문자로 쓴 HTTP 메서드이며 ClusterRoleBinding만 유효합니다.</translation>
    </message>
    <message>
        <source>A subject is whom a binding gives something: a user, a group or a ServiceAccount.</source>
        <translation>주체(subject)는 바인딩이 권한을 주는 대상으로, 사용자나 그룹 또는 ServiceAccount입니다.</translation>
    </message>
</context>
<context>
    <name>rbac::ObjectChooser</name>
    <message>
        <source>A part of the name</source>
        <translation>이름의 일부</translation>
    </message>
</context>
<context>
    <name>rbac::ReportExport</name>
    <message>
        <source>Nothing is shown yet</source>
        <translation>아직 표시된 것이 없습니다</translation>
    </message>
</context>
<context>
    <name>rbac::RightChangesModel</name>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누구</translation>
    </message>
    <message>
        <source>Verb</source>
        <translation>Verb</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>리소스</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>거치는 것</translation>
    </message>
    <message>
        <source>gained</source>
        <translation>얻음</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>잃음</translation>
    </message>
    <message>
        <source>whole cluster</source>
        <translation>클러스터 전체</translation>
    </message>
</context>
<context>
    <name>rbac::RightsModel</name>
    <message>
        <source>Verb</source>
        <translation>동사</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>리소스</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>받는 주체</translation>
    </message>
    <message>
        <source>Binding</source>
        <translation>바인딩</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>all</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>증명</translation>
    </message>
    <message>
        <source>resourceVersion</source>
        <translation>resourceVersion</translation>
    </message>
    <message>
        <source>whole cluster</source>
        <translation>클러스터 전체</translation>
    </message>
</context>
<context>
    <name>rbac::RiskChangesModel</name>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누구</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>new</source>
        <translation>새로</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>사라짐</translation>
    </message>
    <message>
        <source>whole cluster</source>
        <translation>클러스터 전체</translation>
    </message>
</context>
<context>
    <name>rbac::RiskPane</name>
    <message>
        <source>Graph of the risk</source>
        <translation>위험 그래프</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open the page of what is selected</source>
        <translation>선택한 것의 페이지를 엽니다</translation>
    </message>
    <message>
        <source>Its access</source>
        <translation>접근 권한</translation>
    </message>
    <message>
        <source>Show all that whoever has the risk may do</source>
        <translation>이 위험을 가진 주체가 할 수 있는 모든 것을 보입니다</translation>
    </message>
    <message>
        <source>How it comes to this</source>
        <translation>이렇게 되는 까닭</translation>
    </message>
    <message>
        <source>What ends it</source>
        <translation>끝내는 방법</translation>
    </message>
    <message>
        <source>Commands that end it</source>
        <translation>끝내는 명령</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>명령을 복사합니다</translation>
    </message>
    <message>
        <source>Show this way</source>
        <translation>이 길을 보입니다</translation>
    </message>
    <message>
        <source>Select a finding to see how it comes to it and what ends it.</source>
        <translation>항목을 선택하면 어떻게 그렇게 되는지와 무엇이 끝내는지 보입니다.</translation>
    </message>
    <message>
        <source>Looking for ways on</source>
        <translation>이어지는 길을 찾는 중</translation>
    </message>
    <message>
        <source>No way on to cluster-admin or a node is known</source>
        <translation>cluster-admin이나 노드로 이어지는 길은 알려진 것이 없습니다</translation>
    </message>
    <message>
        <source>Copied the commands</source>
        <translation>명령을 복사했습니다</translation>
    </message>
    <message>
        <source>More can be reached than is looked at: there may be other ways</source>
        <translation>닿을 수 있는 것이 너무 많아 모두 살펴보지 않았습니다. 다른 길이 더 있을 수 있습니다</translation>
    </message>
</context>
<context>
    <name>rbac::RisksHead</name>
    <message>
        <source>Risks</source>
        <translation>위험</translation>
    </message>
    <message>
        <source>Fold included</source>
        <translation>포함된 것 접기</translation>
    </message>
    <message>
        <source>Put what a finding with everything includes under it, and count it</source>
        <translation>모든 권한이 포함하는 위험은 그 아래에 접고 개수를 셉니다</translation>
    </message>
    <message>
        <source>Fold defaults</source>
        <translation>기본값 접기</translation>
    </message>
    <message>
        <source>Leave out what comes through bindings of Kubernetes or the platform, and count it</source>
        <translation>Kubernetes나 플랫폼의 바인딩에서 오는 것은 빼고 세기만 합니다</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Export the findings</source>
        <translation>찾은 항목 내보내기</translation>
    </message>
    <message>
        <source>Filter by words, names, namespaces</source>
        <translation>낱말, 이름, 네임스페이스로 거르기</translation>
    </message>
    <message>
        <source>Filter the findings</source>
        <translation>찾은 항목 거르기</translation>
    </message>
    <message>
        <source>%1 of %2 findings</source>
        <translation>항목 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Nothing of what anybody may do is in the table of risks.</source>
        <translation>누구의 권한도 위험 목록에 해당하지 않습니다.</translation>
    </message>
    <message>
        <source>No finding in what may be read</source>
        <translation>읽을 수 있는 것에서는 찾은 항목이 없습니다</translation>
    </message>
    <message>
        <source>included in others: %1</source>
        <translation>다른 항목에 포함됨: %1개</translation>
    </message>
    <message>
        <source>folded, by Kubernetes or the platform: %1</source>
        <translation>접힘, Kubernetes나 플랫폼: %1개</translation>
    </message>
    <message>
        <source>only in %1</source>
        <translation>%1만</translation>
    </message>
</context>
<context>
    <name>rbac::RisksModel</name>
    <message>
        <source>whole cluster</source>
        <translation>클러스터 전체</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1개 더</translation>
    </message>
    <message>
        <source>%1, included in what is above</source>
        <translation>%1, 위 항목에 포함됨</translation>
    </message>
    <message>
        <source>%1, includes %2 more, unfolded</source>
        <translation>%1, 다른 %2개를 포함함, 펼쳐짐</translation>
    </message>
    <message>
        <source>%1, includes %2 more, folded</source>
        <translation>%1, 다른 %2개를 포함함, 접힘</translation>
    </message>
</context>
<context>
    <name>rbac::RisksPage</name>
    <message>
        <source>Risks</source>
        <translation>위험</translation>
    </message>
    <message>
        <source>Looking for risks</source>
        <translation>위험을 찾는 중</translation>
    </message>
    <message>
        <source>Roles, bindings, accounts and pods of all namespaces are being listed.</source>
        <translation>모든 네임스페이스의 역할, 바인딩, 계정, Pod 목록을 읽고 있습니다.</translation>
    </message>
    <message>
        <source>Working out</source>
        <translation>계산 중</translation>
    </message>
    <message>
        <source>Findings and the one that is selected</source>
        <translation>찾은 항목과 선택한 항목</translation>
    </message>
    <message>
        <source>Stale since %1</source>
        <translation>%1 이후 갱신되지 않음</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>지금 시도</translation>
    </message>
    <message>
        <source>There may be more risks than these</source>
        <translation>이보다 위험이 더 있을 수 있습니다</translation>
    </message>
    <message>
        <source>%1 findings are in %2</source>
        <translation>항목 %1개를 %2에 저장했습니다</translation>
    </message>
</context>
<context>
    <name>rbac::RisksTable</name>
    <message>
        <source>Risks</source>
        <translation>위험</translation>
    </message>
    <message>
        <source>Sort the findings by: %1</source>
        <translation>찾은 항목 정렬: %1</translation>
    </message>
</context>
<context>
    <name>rbac::RuleHelper</name>
    <message>
        <source>Verbs</source>
        <translation>Verbs</translation>
    </message>
    <message>
        <source>get list</source>
        <translation>get list</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>리소스</translation>
    </message>
    <message>
        <source>pods pods/log deployments.apps</source>
        <translation>pods pods/log deployments.apps</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>all names</source>
        <translation>모든 이름</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>규칙 추가</translation>
    </message>
    <message>
        <source>Writes a rule of these words into the YAML</source>
        <translation>이 낱말로 된 규칙을 YAML에 씁니다</translation>
    </message>
</context>
<context>
    <name>rbac::SeverityChips</name>
    <message>
        <source>Show only %1 %2</source>
        <translation>%2 %1개만 보이기</translation>
    </message>
    <message>
        <source>Show only these findings; press again for all</source>
        <translation>이 항목만 보입니다. 다시 누르면 모두 보입니다</translation>
    </message>
</context>
<context>
    <name>rbac::ToldLines</name>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 열기</translation>
    </message>
</context>
<context>
    <name>rbac::WhatIfPage</name>
    <message>
        <source>Reading who may do what</source>
        <translation>누가 무엇을 할 수 있는지 읽는 중</translation>
    </message>
    <message>
        <source>Roles, bindings, accounts and pods of all namespaces are being listed.</source>
        <translation>모든 네임스페이스의 역할, 바인딩, 계정, Pod 목록을 읽고 있습니다.</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>만약에</translation>
    </message>
</context>
<context>
    <name>rbac::WhatIfPane</name>
    <message>
        <source>Stale since %1</source>
        <translation>%1 이후 갱신되지 않음</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>지금 시도</translation>
    </message>
    <message>
        <source>Not everything may be read</source>
        <translation>일부는 읽을 권한이 없습니다</translation>
    </message>
</context>
<context>
    <name>reach</name>
    <message>
        <source>Reach of two pods: the API and the network</source>
        <translation>두 Pod의 도달 범위: API와 네트워크</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>도달 범위</translation>
    </message>
    <message>
        <source>Two pods have to be selected</source>
        <translation>Pod 두 개를 선택해야 합니다</translation>
    </message>
    <message>
        <source>Reach of the two pods</source>
        <translation>두 Pod의 도달 범위</translation>
    </message>
    <message>
        <source>Yes. Nothing stops it.</source>
        <translation>예. 막는 것이 없습니다.</translation>
    </message>
    <message>
        <source>No. NetworkPolicies stop it.</source>
        <translation>아니요. NetworkPolicy가 막습니다.</translation>
    </message>
    <message>
        <source>Blocked only if the network plugin enforces policies.</source>
        <translation>네트워크 플러그인이 정책을 시행할 때만 막힙니다.</translation>
    </message>
    <message>
        <source>No. Nothing takes connections there.</source>
        <translation>아니요. 그곳에는 연결을 받는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>알 수 없습니다.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
    <message>
        <source>NetworkPolicies that apply: none. Without one, every pod may talk to every pod.</source>
        <translation>적용되는 NetworkPolicy: 없음. 정책이 없으면 모든 Pod가 서로 통신할 수 있습니다.</translation>
    </message>
    <message>
        <source>NetworkPolicies that apply:</source>
        <translation>적용되는 NetworkPolicy:</translation>
    </message>
    <message>
        <source>%1 may not be read: %2</source>
        <translation>%1을(를) 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 of %2 may not be read: %3</source>
        <translation>%2의 %1을(를) 읽을 수 없습니다: %3</translation>
    </message>
    <message>
        <source>Not known: %1 may not be read.</source>
        <translation>알 수 없음: %1을(를) 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no %1.</source>
        <translation>%1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>It is a static pod: it has no account, and calls as system:anonymous.</source>
        <translation>정적 Pod이므로 계정이 없고, system:anonymous로 호출합니다.</translation>
    </message>
    <message>
        <source>It calls as ServiceAccount %1.</source>
        <translation>ServiceAccount %1(으)로 호출합니다.</translation>
    </message>
    <message>
        <source>May the account of pod %1 %2 in namespace %3?</source>
        <translation>네임스페이스 %3에서 Pod %1의 계정이 %2할 수 있습니까?</translation>
    </message>
    <message>
        <source>This was not understood</source>
        <translation>이해하지 못했습니다</translation>
    </message>
    <message>
        <source>It mounts no token for the API server: without one of its own it calls as system:anonymous, whatever the account may do.</source>
        <translation>API 서버용 토큰을 마운트하지 않습니다. 자체 토큰이 없으면 계정의 권한과 관계없이 system:anonymous로 호출합니다.</translation>
    </message>
    <message>
        <source>Can pod %1 connect to %2?</source>
        <translation>Pod %1이(가) %2에 연결할 수 있습니까?</translation>
    </message>
    <message>
        <source>Because %1.</source>
        <translation>이유: %1.</translation>
    </message>
    <message>
        <source>Names to use:</source>
        <translation>사용할 이름:</translation>
    </message>
    <message>
        <source>Where it arrives:</source>
        <translation>도착하는 곳:</translation>
    </message>
</context>
<context>
    <name>reach::ReachCard</name>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>What the server says to this answer</source>
        <translation>이 답에 대한 서버의 말</translation>
    </message>
    <message>
        <source>Ask the server</source>
        <translation>서버에 묻기</translation>
    </message>
    <message>
        <source>Ask the server about this answer</source>
        <translation>이 답이 맞는지 서버에 묻기</translation>
    </message>
</context>
<context>
    <name>reach::ReachForm</name>
    <message>
        <source>Pod that wants to reach something</source>
        <translation>도달하려는 Pod</translation>
    </message>
    <message>
        <source>namespace/pod</source>
        <translation>네임스페이스/Pod</translation>
    </message>
    <message>
        <source>What it wants to reach</source>
        <translation>도달하려는 대상</translation>
    </message>
    <message>
        <source>namespace/name</source>
        <translation>네임스페이스/이름</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>any port</source>
        <translation>모든 포트</translation>
    </message>
    <message>
        <source>What it would ask the API</source>
        <translation>API에 요청할 내용</translation>
    </message>
    <message>
        <source>to get the other itself, or for example: list secrets</source>
        <translation>비워 두면 상대를 get하는 것. 예: list secrets</translation>
    </message>
    <message>
        <source>Kind of what it wants to reach</source>
        <translation>도달하려는 대상의 종류</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>반대 방향으로</translation>
    </message>
    <message>
        <source>From pod</source>
        <translation>시작 Pod</translation>
    </message>
    <message>
        <source>to</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>API request</source>
        <translation>API 요청</translation>
    </message>
</context>
<context>
    <name>reach::ReachPage</name>
    <message>
        <source>Reach</source>
        <translation>도달 범위</translation>
    </message>
</context>
<context>
    <name>reach::ReachPane</name>
    <message>
        <source>Two things that are easily confused. RBAC decides what a pod may ask the Kubernetes API, and nothing about the network. NetworkPolicies decide which pods may talk to each other, and nothing about the API.</source>
        <translation>혼동하기 쉬운 두 가지입니다. RBAC는 Pod가 Kubernetes API에 무엇을 요청할 수 있는지를 정하며 네트워크와는 관계가 없습니다. NetworkPolicy는 어떤 Pod끼리 통신할 수 있는지를 정하며 API와는 관계가 없습니다.</translation>
    </message>
    <message>
        <source>Two pods have to be chosen</source>
        <translation>Pod 두 개를 골라야 합니다</translation>
    </message>
    <message>
        <source>Type namespace/name of a pod and of a pod or a Service that it wants to reach.</source>
        <translation>Pod와, 도달하려는 Pod 또는 Service를 네임스페이스/이름으로 입력합니다.</translation>
    </message>
    <message>
        <source>Calling the Kubernetes API: needs RBAC</source>
        <translation>Kubernetes API 호출: RBAC가 필요함</translation>
    </message>
    <message>
        <source>The API server asks which ServiceAccount calls and what its bindings allow. Where the two pods run does not matter.</source>
        <translation>API 서버는 어떤 ServiceAccount가 호출하는지, 그 바인딩이 무엇을 허용하는지를 봅니다. 두 Pod가 어디에서 실행되는지는 상관없습니다.</translation>
    </message>
    <message>
        <source>Talking over the network: needs no RBAC</source>
        <translation>네트워크 통신: RBAC가 필요 없음</translation>
    </message>
    <message>
        <source>Packets go from pod to pod. No account, role or binding is asked; only NetworkPolicies can stop them.</source>
        <translation>패킷은 Pod에서 Pod로 갑니다. 계정, 역할, 바인딩은 보지 않으며, NetworkPolicy만 막을 수 있습니다.</translation>
    </message>
    <message>
        <source>Open the access of the account</source>
        <translation>계정의 접근 권한 열기</translation>
    </message>
    <message>
        <source>Reading what decides about it</source>
        <translation>판단에 필요한 것을 읽는 중</translation>
    </message>
    <message>
        <source>Pods, Services, NetworkPolicies, roles and bindings are being listed.</source>
        <translation>Pod, Service, NetworkPolicy, 역할, 바인딩 목록을 읽고 있습니다.</translation>
    </message>
</context>
<context>
    <name>rights</name>
    <message>
        <source>Pods</source>
        <translation>Pod 수</translation>
    </message>
    <message>
        <source>Bindings</source>
        <translation>바인딩</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>위험</translation>
    </message>
    <message>
        <source>Bound To</source>
        <translation>연결 대상</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>치명적</translation>
    </message>
    <message>
        <source>high</source>
        <translation>높음</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>중간</translation>
    </message>
    <message>
        <source>low</source>
        <translation>낮음</translation>
    </message>
    <message>
        <source>info</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>안 쓰임</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>기본 제공</translation>
    </message>
    <message>
        <source>aggregated</source>
        <translation>집계됨</translation>
    </message>
    <message>
        <source>bound</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>mounted</source>
        <translation>마운트됨</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>그 밖에 %1개</translation>
    </message>
    <message>
        <source>Nothing of what it may do is in the table of risks.</source>
        <translation>할 수 있는 일 가운데 위험 목록에 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>As everybody in the group %1</source>
        <translation>그룹 %1에 속한 모두가 가진 권한입니다</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>바인딩: %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>역할: %1</translation>
    </message>
    <message>
        <source>Findings in all: %1</source>
        <translation>찾은 위험 모두: %1</translation>
    </message>
    <message>
        <source>Pods that run as it, or are about to: %1</source>
        <translation>이 계정으로 실행 중이거나 실행될 Pod: %1</translation>
    </message>
    <message>
        <source>Bindings: %1, subjects: %2</source>
        <translation>바인딩: %1, 주체: %2</translation>
    </message>
    <message>
        <source>They name:</source>
        <translation>바인딩이 가리키는 주체:</translation>
    </message>
    <message>
        <source>Bindings that name it: %1, a group it is in: %2</source>
        <translation>이 계정을 가리키는 바인딩: %1, 속한 그룹을 가리키는 바인딩: %2</translation>
    </message>
    <message>
        <source>Not counted, because Kubernetes brings them for every account: %1</source>
        <translation>Kubernetes가 모든 계정에 주는 것이라 세지 않은 바인딩: %1</translation>
    </message>
    <message>
        <source>No binding names it.</source>
        <translation>이 역할을 가리키는 바인딩이 없습니다.</translation>
    </message>
    <message>
        <source>Kubernetes brings it, for whoever may want it.</source>
        <translation>필요한 이를 위해 Kubernetes가 제공합니다.</translation>
    </message>
    <message>
        <source>Its rules are taken into:</source>
        <translation>규칙이 합쳐지는 곳:</translation>
    </message>
    <message>
        <source>A static pod: it has no account at the API server.</source>
        <translation>정적 Pod: API 서버에 계정이 없습니다.</translation>
    </message>
    <message>
        <source>A volume holds a token of ServiceAccount %1.</source>
        <translation>볼륨에 ServiceAccount %1의 토큰이 있습니다.</translation>
    </message>
    <message>
        <source>The pod says automountServiceAccountToken: %1.</source>
        <translation>Pod의 automountServiceAccountToken: %1</translation>
    </message>
    <message>
        <source>ServiceAccount %1 says automountServiceAccountToken: %2.</source>
        <translation>ServiceAccount %1의 automountServiceAccountToken: %2</translation>
    </message>
    <message>
        <source>Neither the pod nor ServiceAccount %1 says anything, so there is a token.</source>
        <translation>Pod와 ServiceAccount %1 어느 쪽도 정하지 않아 토큰이 있습니다.</translation>
    </message>
    <message>
        <source>Not known: %1 may not be listed.</source>
        <translation>알 수 없음: %1 목록을 읽을 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Not known: %1 may not be listed in all namespaces.</source>
        <translation>알 수 없음: 모든 네임스페이스의 %1 목록을 읽을 권한은 없습니다.</translation>
    </message>
    <message>
        <source>Being worked out from what is listed.</source>
        <translation>목록을 읽어 알아내는 중입니다.</translation>
    </message>
    <message>
        <source>Of what is known:</source>
        <translation>알려진 것만으로는:</translation>
    </message>
    <message>
        <source>It has ended: nothing runs with it.</source>
        <translation>끝난 Pod라 이 토큰으로 실행되는 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
</context>
<context>
    <name>settings::AppearanceSection</name>
    <message>
        <source>As the system</source>
        <translation>시스템 설정에 따름</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Another language counts from the next start on.</source>
        <translation>언어를 바꾸면 다음 시작부터 적용됩니다.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>모양</translation>
    </message>
</context>
<context>
    <name>settings::FilesSection</name>
    <message>
        <source>Nothing is kept beyond this start.</source>
        <translation>이번 실행 뒤에는 아무것도 남지 않습니다.</translation>
    </message>
    <message>
        <source>Kubeconfigs and secrets are not kept there.</source>
        <translation>kubeconfig와 비밀 값은 여기에 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>Forget widths and orders of columns</source>
        <translation>열 너비와 순서 지우기</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
</context>
<context>
    <name>settings::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
</context>
<context>
    <name>settings::StartSection</name>
    <message>
        <source>Open again what was open: clusters, pages, filters and places</source>
        <translation>열려 있던 클러스터, 페이지, 필터와 위치를 다시 열기</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
</context>
<context>
    <name>shell::ChoicePopup</name>
    <message>
        <source>Nothing fits</source>
        <translation>맞는 것이 없습니다</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, 선택됨</translation>
    </message>
    <message>
        <source>%1, not chosen</source>
        <translation>%1, 선택 안 됨</translation>
    </message>
    <message>
        <source>Remove %1 from this list</source>
        <translation>%1: 이 목록에서 지우기</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>이 목록에서 지우기</translation>
    </message>
</context>
<context>
    <name>shell::ClusterPane</name>
    <message>
        <source>This cluster has no kind named %1</source>
        <translation>이 클러스터에는 이름이 %1인 종류가 없습니다</translation>
    </message>
    <message>
        <source>Its kinds are in the list on the left. One that is added to the cluster appears there by itself.</source>
        <translation>이 클러스터의 종류는 왼쪽 목록에 있습니다. 클러스터에 추가된 종류는 자동으로 나타납니다.</translation>
    </message>
    <message>
        <source>Show pods</source>
        <translation>Pod 보기</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>%1 연결 중</translation>
    </message>
    <message>
        <source>Asking which kinds it has.</source>
        <translation>어떤 종류가 있는지 확인하고 있습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>지금 다시 시도</translation>
    </message>
    <message>
        <source>It is not known whether this cluster has %1</source>
        <translation>이 클러스터에 %1 종류가 있는지 알 수 없습니다</translation>
    </message>
    <message>
        <source>Some of its API groups do not answer now. The page opens by itself when they do.</source>
        <translation>일부 API 그룹이 지금 응답하지 않습니다. 응답하면 페이지가 저절로 열립니다.</translation>
    </message>
</context>
<context>
    <name>shell::KeyTip</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what it does, keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>shell::MainWindow</name>
    <message>
        <source>Wheelhouse</source>
        <translation>Wheelhouse</translation>
    </message>
    <message>
        <source>%1 - Wheelhouse</source>
        <translation>%1 - Wheelhouse</translation>
    </message>
    <message>
        <source>%1 - %2 - Wheelhouse</source>
        <translation>%1 - %2 - Wheelhouse</translation>
    </message>
    <message>
        <source>No cluster is shown</source>
        <translation>보고 있는 클러스터가 없습니다</translation>
    </message>
    <message>
        <source>It is the only page</source>
        <translation>하나뿐인 페이지입니다</translation>
    </message>
    <message>
        <source>Close this page</source>
        <translation>이 페이지 닫기</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>다음 페이지</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>이전 페이지</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>지금 다시 시도</translation>
    </message>
    <message>
        <source>Copy the kubectl command of this page</source>
        <translation>이 페이지의 kubectl 명령 복사</translation>
    </message>
    <message>
        <source>kubectl has none for this page</source>
        <translation>이 페이지에 해당하는 kubectl 명령이 없습니다</translation>
    </message>
    <message>
        <source>Switch to another context…</source>
        <translation>다른 컨텍스트로 전환…</translation>
    </message>
    <message>
        <source>Choose namespaces…</source>
        <translation>네임스페이스 선택…</translation>
    </message>
    <message>
        <source>Show all namespaces</source>
        <translation>모든 네임스페이스 보기</translation>
    </message>
    <message>
        <source>They are shown</source>
        <translation>이미 모두 보고 있습니다</translation>
    </message>
    <message>
        <source>Connect anew to this cluster</source>
        <translation>이 클러스터에 새로 연결</translation>
    </message>
    <message>
        <source>Disconnect from this cluster</source>
        <translation>이 클러스터 연결 끊기</translation>
    </message>
    <message>
        <source>Catalog of contexts</source>
        <translation>컨텍스트 목록</translation>
    </message>
    <message>
        <source>Show cluster %1: %2</source>
        <translation>클러스터 %1 보기: %2</translation>
    </message>
    <message>
        <source>Show cluster %1</source>
        <translation>클러스터 %1 보기</translation>
    </message>
    <message>
        <source>Fewer clusters are connected</source>
        <translation>연결된 클러스터가 그보다 적습니다</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>테마: 밝게</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>테마: 어둡게</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>테마: 시스템 설정대로</translation>
    </message>
    <message>
        <source>Full screen on or off</source>
        <translation>전체 화면 켜기/끄기</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Copy the API call of this page</source>
        <translation>이 페이지의 API 호출 복사</translation>
    </message>
    <message>
        <source>This page is no single request</source>
        <translation>이 페이지는 하나의 요청이 아닙니다</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>이 페이지에서 찾기</translation>
    </message>
    <message>
        <source>There is nothing to look in on this page</source>
        <translation>이 페이지에는 찾을 곳이 없습니다</translation>
    </message>
    <message>
        <source>There is no page before this one</source>
        <translation>이전 페이지가 없습니다</translation>
    </message>
    <message>
        <source>There is no page after this one</source>
        <translation>다음 페이지가 없습니다</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>이전 페이지로 돌아가기</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>다시 앞으로</translation>
    </message>
    <message>
        <source>Show what was said: notices</source>
        <translation>알림 기록 보기</translation>
    </message>
    <message>
        <source>Nothing was said yet</source>
        <translation>아직 알림이 없습니다</translation>
    </message>
</context>
<context>
    <name>shell::NoticeList</name>
    <message>
        <source>Notices</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Notices, the newest first</source>
        <translation>알림, 최신순</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>모두 복사</translation>
    </message>
</context>
<context>
    <name>shell::PageTabs</name>
    <message>
        <source>Open pages</source>
        <translation>열린 페이지</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 닫기</translation>
    </message>
    <message>
        <source>Close this page</source>
        <translation>이 페이지 닫기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>앞으로</translation>
    </message>
</context>
<context>
    <name>shell::Rail</name>
    <message>
        <source>Connected clusters</source>
        <translation>연결된 클러스터</translation>
    </message>
    <message>
        <source>Catalog of contexts</source>
        <translation>컨텍스트 목록</translation>
    </message>
</context>
<context>
    <name>shell::RailTile</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>연결 끊기</translation>
    </message>
    <message>
        <source>Connect anew</source>
        <translation>새로 연결</translation>
    </message>
    <message>
        <source>%1, read-only</source>
        <translation>%1, 읽기 전용</translation>
    </message>
    <message>
        <source>Stop viewing as</source>
        <translation>이 신원으로 보기 끝내기</translation>
    </message>
</context>
<context>
    <name>shell::Sidebar</name>
    <message>
        <source>Cluster</source>
        <translation>클러스터</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>워크로드</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>스토리지</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>접근 권한</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>More</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>사용자 정의</translation>
    </message>
    <message>
        <source>Kinds of this cluster</source>
        <translation>이 클러스터의 종류</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>You may not list this kind in this cluster: no role that is bound to you grants list on %1.</source>
        <translation>이 클러스터에서 이 종류의 목록을 볼 수 없습니다. 바인딩된 역할 중 %1에 list를 허용하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>You may not list this kind in %1: no role that is bound to you grants list on %2.</source>
        <translation>%1에서 이 종류의 목록을 볼 수 없습니다. 바인딩된 역할 중 %2에 list를 허용하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1, may not be listed</source>
        <translation>%1, 목록을 볼 수 없음</translation>
    </message>
    <message>
        <source>Computed, not confirmed by the server.</source>
        <translation>계산한 값이며 서버가 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 may not list this kind in this cluster: no role that is bound to it grants list on %2.</source>
        <translation>%1은(는) 이 클러스터에서 이 종류의 목록을 볼 수 없습니다. 바인딩된 역할 중 %2에 list를 허용하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1 may not list this kind in %2: no role that is bound to it grants list on %3.</source>
        <translation>%1은(는) %2에서 이 종류의 목록을 볼 수 없습니다. 바인딩된 역할 중 %3에 list를 허용하는 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>shell::StatusBar</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Copy the kubectl command</source>
        <translation>kubectl 명령 복사</translation>
    </message>
    <message>
        <source>Copied the command</source>
        <translation>명령을 복사했습니다</translation>
    </message>
    <message>
        <source>Watched lists: %1</source>
        <translation>감시 중인 목록: %1</translation>
    </message>
    <message>
        <source>Show the connection: live lists, requests, bytes</source>
        <translation>연결 보기: 감시 중인 목록, 요청, 바이트</translation>
    </message>
    <message>
        <source>API call</source>
        <translation>API 호출</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1: 복사했습니다</translation>
    </message>
    <message>
        <source>Copy the request to the API server: %1</source>
        <translation>API 서버 요청 복사: %1</translation>
    </message>
    <message>
        <source>Show what was said here</source>
        <translation>지난 알림 보기</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n commands</source>
        <translation>
            <numerusform>명령 %n개를 복사했습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n requests</source>
        <translation>
            <numerusform>요청 %n개를 복사했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2개</translation>
    </message>
    <message>
        <source>Notices: %1</source>
        <translation>알림: %1</translation>
    </message>
</context>
<context>
    <name>shell::TopBar</name>
    <message>
        <source>Switch to a context</source>
        <translation>컨텍스트로 전환</translation>
    </message>
    <message>
        <source>Namespaces to show; none chosen means all</source>
        <translation>표시할 네임스페이스, 선택하지 않으면 전체</translation>
    </message>
    <message>
        <source>No cluster</source>
        <translation>클러스터 없음</translation>
    </message>
    <message>
        <source>Context %1, %2. Switch to another</source>
        <translation>컨텍스트 %1, %2. 다른 컨텍스트로 전환</translation>
    </message>
    <message>
        <source>All namespaces</source>
        <translation>모든 네임스페이스</translation>
    </message>
    <message numerus="yes">
        <source>%n namespaces</source>
        <translation>
            <numerusform>네임스페이스 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Namespaces shown: %1</source>
        <translation>표시 중인 네임스페이스: %1</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>읽기 전용</translation>
    </message>
    <message>
        <source>Read-only: nothing that changes a cluster leaves this program</source>
        <translation>읽기 전용: 클러스터를 바꾸는 요청은 이 프로그램에서 나가지 않습니다</translation>
    </message>
    <message>
        <source>Nothing that changes a cluster leaves this program</source>
        <translation>클러스터를 바꾸는 요청은 이 프로그램에서 나가지 않습니다</translation>
    </message>
    <message>
        <source>Read-only: nothing that changes this cluster leaves this program</source>
        <translation>읽기 전용: 이 클러스터를 바꾸는 요청은 프로그램 밖으로 나가지 않습니다</translation>
    </message>
    <message>
        <source>Nothing that changes this cluster leaves this program</source>
        <translation>이 클러스터를 바꾸는 요청은 프로그램 밖으로 나가지 않습니다</translation>
    </message>
    <message>
        <source>Switch to another context</source>
        <translation>다른 컨텍스트로 전환</translation>
    </message>
    <message>
        <source>Rows of all namespaces are shown</source>
        <translation>모든 네임스페이스의 행을 표시합니다</translation>
    </message>
    <message>
        <source>Choose others</source>
        <translation>다른 네임스페이스 선택</translation>
    </message>
    <message>
        <source>Switch to a context or a namespace</source>
        <translation>컨텍스트 또는 네임스페이스로 전환</translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>Add the namespace %1</source>
        <translation>네임스페이스 %1 추가</translation>
    </message>
    <message>
        <source>This cluster does not let you list its namespaces. Type the name of one to add it.</source>
        <translation>이 클러스터에서는 네임스페이스 목록을 볼 수 없습니다. 이름을 입력하면 추가할 수 있습니다.</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>직접 추가함</translation>
    </message>
    <message>
        <source>No namespace has such a name: a-z, 0-9 and -, 63 at most</source>
        <translation>쓸 수 없는 이름입니다: a-z, 0-9, -만, 최대 63자</translation>
    </message>
</context>
<context>
    <name>shell::WindowMemory</name>
    <message>
        <source>The last starts ended early, so nothing that was open was opened again</source>
        <translation>지난 몇 번은 시작하자마자 끝나서, 열려 있던 것을 다시 열지 않았습니다</translation>
    </message>
</context>
<context>
    <name>table</name>
    <message>
        <source>%1: empty</source>
        <translation>%1: 비어 있음</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>rows: %1</source>
        <translation>행: %1</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>접힘</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>펼침</translation>
    </message>
    <message>
        <source>seen once, %1 ago</source>
        <translation>한 번, %1 전</translation>
    </message>
    <message>
        <source>seen %1 times, last %2 ago</source>
        <translation>%1번, 마지막은 %2 전</translation>
    </message>
</context>
<context>
    <name>table::ColumnChooser</name>
    <message>
        <source>Columns of %1</source>
        <translation>%1의 열</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>열 찾기</translation>
    </message>
    <message>
        <source>Space shows or hides a column, Alt with an arrow key moves it</source>
        <translation>스페이스로 열을 표시하거나 숨기고, Alt와 화살표 키로 옮깁니다</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Add a column…</source>
        <translation>열 추가…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>바꾸기…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
</context>
<context>
    <name>table::ContainerDots</name>
    <message>
        <source>ended with exit code %1</source>
        <translation>종료 코드 %1로 끝남</translation>
    </message>
    <message>
        <source>running, ready</source>
        <translation>실행 중, 준비됨</translation>
    </message>
    <message>
        <source>running, not ready</source>
        <translation>실행 중, 준비되지 않음</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>시작되지 않음</translation>
    </message>
    <message>
        <source>waiting: %1</source>
        <translation>대기 중: %1</translation>
    </message>
    <message>
        <source>%1 (init)</source>
        <translation>%1(init)</translation>
    </message>
</context>
<context>
    <name>table::GridHeader</name>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>sorted descending</source>
        <translation>내림차순 정렬</translation>
    </message>
    <message>
        <source>sorted ascending</source>
        <translation>오름차순 정렬</translation>
    </message>
    <message>
        <source>%1, key %2 of %3</source>
        <translation>%1, 정렬 기준 %3개 중 %2번째</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>오름차순으로 정렬</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>내림차순으로 정렬</translation>
    </message>
    <message>
        <source>Then descending by this</source>
        <translation>그다음 이 열로 내림차순</translation>
    </message>
    <message>
        <source>Then ascending by this</source>
        <translation>그다음 이 열로 오름차순</translation>
    </message>
    <message>
        <source>Do not sort by this</source>
        <translation>이 열로 정렬하지 않기</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>이 열 숨기기</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>열…</translation>
    </message>
    <message>
        <source>Group by this column</source>
        <translation>이 열로 그룹화</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>그룹 없음</translation>
    </message>
    <message>
        <source>Change this column…</source>
        <translation>이 열 바꾸기…</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>이 열 제거</translation>
    </message>
    <message>
        <source>Add a column…</source>
        <translation>열 추가…</translation>
    </message>
</context>
<context>
    <name>table::GridView</name>
    <message>
        <source>Objects</source>
        <translation>오브젝트</translation>
    </message>
</context>
<context>
    <name>table::OnlyMenu</name>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Any reason</source>
        <translation>모든 이유</translation>
    </message>
    <message>
        <source>Kind of object</source>
        <translation>대상 종류</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>모든 종류</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>보고한 곳</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>모든 시간</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>최근 5분</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>최근 15분</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>최근 1시간</translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation>최근 6시간</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>최근 24시간</translation>
    </message>
</context>
<context>
    <name>table::RowActions</name>
    <message>
        <source>No row is selected</source>
        <translation>선택한 행이 없습니다</translation>
    </message>
    <message>
        <source>No cell is current</source>
        <translation>현재 셀이 없습니다</translation>
    </message>
    <message>
        <source>More than %1 rows are selected</source>
        <translation>%1개보다 많은 행이 선택되었습니다</translation>
    </message>
    <message>
        <source>A file is being written</source>
        <translation>파일을 쓰는 중입니다</translation>
    </message>
    <message>
        <source>There are no rows</source>
        <translation>행이 없습니다</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>No row is current</source>
        <translation>현재 행이 없습니다</translation>
    </message>
    <message>
        <source>Copy the cell</source>
        <translation>셀 복사</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>행 복사</translation>
    </message>
    <message>
        <source>Copy the names</source>
        <translation>이름 복사</translation>
    </message>
    <message>
        <source>Copy as kubectl command</source>
        <translation>kubectl 명령으로 복사</translation>
    </message>
    <message>
        <source>Copy as YAML</source>
        <translation>YAML로 복사</translation>
    </message>
    <message>
        <source>Export the table as CSV…</source>
        <translation>표를 CSV로 내보내기…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했습니다</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1개를 복사했습니다</translation>
    </message>
    <message>
        <source>Asking the server for the whole objects</source>
        <translation>서버에 전체 오브젝트를 요청하는 중</translation>
    </message>
    <message>
        <source>Nothing was copied: %1</source>
        <translation>복사하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Export the table as CSV</source>
        <translation>표를 CSV로 내보내기</translation>
    </message>
    <message>
        <source>%1 rows are in %2</source>
        <translation>행 %1개를 %2에 저장했습니다</translation>
    </message>
    <message>
        <source>Two rows have to be selected</source>
        <translation>행 두 개를 선택해야 합니다</translation>
    </message>
    <message>
        <source>Compare the two rows</source>
        <translation>두 행 비교</translation>
    </message>
    <message>
        <source>Why not? Explain the last refusal</source>
        <translation>왜 안 되나요? 마지막 거부 설명</translation>
    </message>
    <message>
        <source>Nothing was refused</source>
        <translation>거부된 것이 없습니다</translation>
    </message>
    <message>
        <source>Nothing was copied: %1. The menu of the rows explains why not.</source>
        <translation>복사하지 못했습니다: %1. 행의 메뉴에서 이유를 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>table::StateChips</name>
    <message>
        <source>Show only %1 %2</source>
        <translation>%2 %1개만 표시</translation>
    </message>
    <message>
        <source>Show only these rows; press again for all</source>
        <translation>이 행만 표시, 다시 누르면 전체 표시</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>정상</translation>
    </message>
</context>
<context>
    <name>table::TableFeature</name>
    <message>
        <source>No table is shown</source>
        <translation>표시 중인 표가 없습니다</translation>
    </message>
    <message>
        <source>Show or hide the selected object beside the table</source>
        <translation>표 옆에 선택한 오브젝트 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Selected object: at the right or below the table</source>
        <translation>선택한 오브젝트: 표 오른쪽 또는 아래</translation>
    </message>
    <message>
        <source>Go from the table to the selected object and back</source>
        <translation>표와 선택한 오브젝트 사이 이동</translation>
    </message>
    <message>
        <source>The selected object is not shown</source>
        <translation>선택한 오브젝트가 표시되어 있지 않습니다</translation>
    </message>
</context>
<context>
    <name>table::TableHead</name>
    <message>
        <source>Broken first</source>
        <translation>문제 있는 행 먼저</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Filter: text, /regex/, node:worker-2, !not</source>
        <translation>필터: 텍스트, /정규식/, node:worker-2, !제외</translation>
    </message>
    <message>
        <source>Filter of the rows</source>
        <translation>행 필터</translation>
    </message>
    <message>
        <source>Rows of this kind have no state</source>
        <translation>이 종류의 행에는 상태가 없습니다</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>행 필터</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Broken first, on or off</source>
        <translation>문제 있는 행 먼저 켜기/끄기</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>열 선택…</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>그룹: %1</translation>
    </message>
    <message>
        <source>Labels: app=web, tier!=cache</source>
        <translation>레이블: app=web, tier!=cache</translation>
    </message>
    <message>
        <source>Label selector, which the server obeys</source>
        <translation>서버가 적용하는 레이블 셀렉터</translation>
    </message>
    <message>
        <source>Only objects with these labels are asked of the server. Enter takes it.</source>
        <translation>이 레이블을 가진 오브젝트만 서버에 요청합니다. Enter로 적용합니다.</translation>
    </message>
    <message>
        <source>Labels: %1</source>
        <translation>레이블: %1</translation>
    </message>
    <message>
        <source>Select by labels on the server</source>
        <translation>서버에서 레이블로 고르기</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>골라 보기</translation>
    </message>
    <message>
        <source>Rows of this kind are found by the filter</source>
        <translation>이 종류의 행은 필터로 찾습니다</translation>
    </message>
    <message>
        <source>Show only…</source>
        <translation>골라 보기…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>세부 정보</translation>
    </message>
    <message>
        <source>The selected object in short, beside the table</source>
        <translation>표 옆에 선택한 오브젝트의 요약</translation>
    </message>
</context>
<context>
    <name>table::TablePage</name>
    <message>
        <source>Filter, character %1: %2</source>
        <translation>필터 %1번째 글자: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>%1 of %2 so far</source>
        <translation>지금까지 %2개 중 %1개</translation>
    </message>
    <message>
        <source> (%1 not decided: the expression is too costly for them)</source>
        <translation> (%1개는 판정하지 못함: 식의 비용이 너무 큽니다)</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>지금 다시 시도</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Show all namespaces</source>
        <translation>모든 네임스페이스 보기</translation>
    </message>
    <message>
        <source> in the one namespace you may list</source>
        <translation> (목록을 볼 수 있는 네임스페이스 1개)</translation>
    </message>
    <message>
        <source> in the %1 namespaces you may list</source>
        <translation> (목록을 볼 수 있는 네임스페이스 %1개)</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>모두 접기</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>모두 펼치기</translation>
    </message>
    <message>
        <source>Only the metadata of these objects is read, so that their contents stay on the server until you look: a path can begin with .metadata.</source>
        <translation>이 오브젝트는 메타데이터만 읽습니다. 내용은 직접 열어 볼 때까지 서버에 남습니다. 경로는 .metadata로 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>Show all labels</source>
        <translation>레이블과 관계없이 모두 보기</translation>
    </message>
    <message>
        <source>Found by its keys: %1</source>
        <translation>글쇠로 찾았습니다: %1</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>왜 안 되나요?</translation>
    </message>
    <message>
        <source> in the one namespace it may list</source>
        <translation> (목록을 볼 수 있는 네임스페이스 1개)</translation>
    </message>
    <message>
        <source> in the %1 namespaces it may list</source>
        <translation> (목록을 볼 수 있는 네임스페이스 %1개)</translation>
    </message>
</context>
<context>
    <name>table::TableState</name>
    <message>
        <source>Asking for %1</source>
        <translation>%1 요청 중</translation>
    </message>
    <message>
        <source>%1 may not be listed</source>
        <translation>%1: 목록을 볼 권한이 없습니다</translation>
    </message>
    <message>
        <source>%1 cannot be listed now</source>
        <translation>%1: 지금은 목록을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Somebody who administers the cluster can grant list and watch.</source>
        <translation>클러스터 관리자가 list와 watch 권한을 부여할 수 있습니다.</translation>
    </message>
    <message>
        <source>this cluster</source>
        <translation>이 클러스터</translation>
    </message>
    <message>
        <source>any namespace</source>
        <translation>전체 네임스페이스</translation>
    </message>
    <message>
        <source>None of %1 %2 is shown</source>
        <translation>%2 %1개 중 표시되는 것이 없습니다</translation>
    </message>
    <message>
        <source>The filter, the states or the namespaces leave all of them out.</source>
        <translation>필터, 상태 또는 네임스페이스 선택에 맞는 행이 없습니다.</translation>
    </message>
    <message>
        <source>No %1 in %2</source>
        <translation>%2에 %1 항목이 없습니다</translation>
    </message>
    <message>
        <source>One that is made appears here by itself.</source>
        <translation>새로 만들어지면 자동으로 나타납니다.</translation>
    </message>
    <message>
        <source>Stale since %1</source>
        <translation>%1 이후 갱신되지 않음</translation>
    </message>
    <message>
        <source>Not everything is shown</source>
        <translation>일부만 표시됩니다</translation>
    </message>
    <message>
        <source>Asked again every 30 s</source>
        <translation>30초마다 다시 확인</translation>
    </message>
    <message>
        <source>This kind cannot be watched.</source>
        <translation>이 종류는 watch를 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>Not among the namespaces in which you may list %1: %2.</source>
        <translation>%1 목록을 볼 수 있는 네임스페이스가 아닙니다: %2.</translation>
    </message>
    <message>
        <source>the namespaces in which you may list them</source>
        <translation>목록을 볼 수 있는 네임스페이스</translation>
    </message>
    <message>
        <source>Not known: %1 in %2</source>
        <translation>알 수 없음: %2의 %1</translation>
    </message>
    <message>
        <source>Listed: %1.</source>
        <translation>확인한 네임스페이스: %1.</translation>
    </message>
    <message>
        <source>No %1 with these labels in %2</source>
        <translation>%2에 이 레이블을 가진 %1 항목이 없습니다</translation>
    </message>
    <message>
        <source>Not among the namespaces in which it may list %1: %2.</source>
        <translation>%1 목록을 볼 수 있는 네임스페이스가 아닙니다: %2.</translation>
    </message>
    <message>
        <source>You may not list %2 as %1</source>
        <translation>%1 신원으로는 %2 목록을 볼 수 없습니다</translation>
    </message>
    <message>
        <source>%1 may not list %2 here</source>
        <translation>%1은(는) 여기서 %2 목록을 볼 수 없습니다</translation>
    </message>
    <message>
        <source>the namespaces in which it may list them</source>
        <translation>목록을 볼 수 있는 네임스페이스</translation>
    </message>
</context>
<context>
    <name>table::UserColumnDialog</name>
    <message>
        <source>Column of your own</source>
        <translation>나만의 열</translation>
    </message>
    <message>
        <source>Change a column of your own</source>
        <translation>나만의 열 바꾸기</translation>
    </message>
    <message>
        <source>JSONPath of the column</source>
        <translation>열의 JSONPath</translation>
    </message>
    <message>
        <source>Name of the column</source>
        <translation>열 이름</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>오브젝트</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>What the path finds</source>
        <translation>경로로 찾은 값</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Add the column</source>
        <translation>열 추가</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>The column needs a name</source>
        <translation>열에 이름이 필요합니다</translation>
    </message>
    <message>
        <source>There is a column of that name already</source>
        <translation>같은 이름의 열이 이미 있습니다</translation>
    </message>
    <message>
        <source>Path, character %1: %2</source>
        <translation>경로, %1번째 글자: %2</translation>
    </message>
</context>
<context>
    <name>table::columnTitle</name>
    <message>
        <source>Alike</source>
        <translation>같은 원인</translation>
    </message>
</context>
<context>
    <name>usage</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Request: %1</source>
        <translation>요청: %1</translation>
    </message>
    <message>
        <source>Request: none</source>
        <translation>요청: 없음</translation>
    </message>
    <message>
        <source>Allocatable: %1</source>
        <translation>할당 가능: %1</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>제한: %1</translation>
    </message>
    <message>
        <source>Limit: none</source>
        <translation>제한: 없음</translation>
    </message>
    <message>
        <source>Almost all of it is used.</source>
        <translation>거의 모두 사용되고 있습니다.</translation>
    </message>
    <message>
        <source>This is close to the limit.</source>
        <translation>제한에 가깝습니다.</translation>
    </message>
    <message>
        <source>Measured at %1, CPU over %2 s</source>
        <translation>%1에 측정, CPU는 %2초 평균</translation>
    </message>
    <message>
        <source>Measured at %1</source>
        <translation>%1에 측정</translation>
    </message>
    <message>
        <source>Not from %1: %2</source>
        <translation>%1에서 가져오지 않음: %2</translation>
    </message>
    <message>
        <source>Old: nothing newer came since %1.</source>
        <translation>오래된 값: %1 이후 새 값이 없습니다.</translation>
    </message>
    <message>
        <source>The last question was refused: %1</source>
        <translation>마지막 요청이 거부되었습니다: %1</translation>
    </message>
    <message>
        <source>Nobody tells what is used.</source>
        <translation>사용량을 알려 주는 곳이 없습니다.</translation>
    </message>
    <message>
        <source>Being asked for.</source>
        <translation>요청하는 중입니다.</translation>
    </message>
    <message>
        <source>Nothing was measured of it.</source>
        <translation>측정된 값이 없습니다.</translation>
    </message>
    <message>
        <source>Old: its source has nothing newer.</source>
        <translation>오래된 값: 출처에 더 새로운 값이 없습니다.</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>출처: %1</translation>
    </message>
</context>
<context>
    <name>viewas</name>
    <message>
        <source>This context cannot be connected to</source>
        <translation>이 context에는 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>No cluster is shown</source>
        <translation>표시된 클러스터가 없습니다</translation>
    </message>
    <message>
        <source>View as…</source>
        <translation>다른 신원으로 보기…</translation>
    </message>
    <message>
        <source>Stop viewing as</source>
        <translation>이 신원으로 보기 끝내기</translation>
    </message>
    <message>
        <source>You look with your own eyes</source>
        <translation>지금은 본인 신원으로 보고 있습니다</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>한 번에 하나만 됩니다</translation>
    </message>
    <message>
        <source>View as</source>
        <translation>이 신원으로 보기</translation>
    </message>
    <message>
        <source>Computed view</source>
        <translation>계산해서 보기</translation>
    </message>
    <message>
        <source>%1 in namespace %2</source>
        <translation>네임스페이스 %2의 %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
    <message>
        <source>Since Kubernetes 1.36 impersonate:%1, with impersonate-on:%1 and the verb for each kind, is enough.</source>
        <translation>Kubernetes 1.36부터는 impersonate:%1와, 종류마다 impersonate-on:%1에 verb를 붙인 권한이면 충분합니다.</translation>
    </message>
    <message>
        <source>Groups cannot be sent alone: the user is called %1, and what is bound to a user of that name is seen as well.</source>
        <translation>그룹만 보낼 수는 없습니다. 사용자 이름 %1도 함께 보내며, 그 이름에 바인딩된 것도 보입니다.</translation>
    </message>
    <message>
        <source>With groups of your choice the server leaves out those that every ServiceAccount is in.</source>
        <translation>그룹을 직접 고르면 서버는 모든 ServiceAccount가 속하는 그룹을 빼고 판단합니다.</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>서버의 말: %1</translation>
    </message>
    <message>
        <source>You would need: %1.</source>
        <translation>필요한 권한: %1.</translation>
    </message>
    <message>
        <source>What was asked you may do in its name, but you may not act as it: %1 is missing. To do whatever it may do you would need: %2.</source>
        <translation>요청한 일은 그 이름으로 할 수 있지만, 그 주체로 행동할 수는 없습니다: %1 권한이 없습니다. 그 주체가 할 수 있는 모든 일을 하려면 다음이 필요합니다: %2.</translation>
    </message>
    <message>
        <source>The server decides about each request in its name, and refuses this one: %1 is missing. Others may be allowed. To do whatever it may do you would need: %2.</source>
        <translation>서버는 그 이름으로 하는 요청을 하나씩 판단하며, 이 요청은 거부합니다: %1 권한이 없습니다. 다른 요청은 허용될 수 있습니다. 그 주체가 할 수 있는 모든 일을 하려면 다음이 필요합니다: %2.</translation>
    </message>
</context>
<context>
    <name>viewas::ViewAsDialog</name>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>View as</source>
        <translation>이 신원으로 보기</translation>
    </message>
    <message>
        <source>Shows %1 as somebody else sees it: beside your own view, and read-only. Whether you may, the server decides.</source>
        <translation>%1을(를) 다른 사람이 보는 그대로 보여 줍니다. 본인의 화면 옆에 따로 열리고 읽기 전용입니다. 허용 여부는 서버가 정합니다.</translation>
    </message>
    <message>
        <source>User or ServiceAccount</source>
        <translation>사용자 또는 ServiceAccount</translation>
    </message>
    <message>
        <source>jane, team-a/web or system:serviceaccount:team-a:web</source>
        <translation>jane, team-a/web, system:serviceaccount:team-a:web</translation>
    </message>
    <message>
        <source>Groups, with commas between them</source>
        <translation>그룹 (쉼표로 구분)</translation>
    </message>
    <message>
        <source>none: those that the server adds by itself</source>
        <translation>없음: 서버가 스스로 더하는 그룹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Views as %1.</source>
        <translation>%1 신원으로 봅니다.</translation>
    </message>
</context>
<context>
    <name>viewas::ViewedBar</name>
    <message>
        <source>Its access</source>
        <translation>이 대상의 권한</translation>
    </message>
    <message>
        <source>Show what it may do and why, with your own rights</source>
        <translation>무엇을 왜 할 수 있는지 본인의 권한으로 보여 줍니다</translation>
    </message>
    <message>
        <source>Stop viewing as</source>
        <translation>이 신원으로 보기 끝내기</translation>
    </message>
    <message>
        <source>Back to what you see yourself</source>
        <translation>본인이 보는 화면으로 돌아갑니다</translation>
    </message>
    <message>
        <source>Viewing as %1 — everything below is what it sees</source>
        <translation>%1 신원 — 아래는 모두 그 대상에게 보이는 것입니다</translation>
    </message>
    <message>
        <source>You may not view as %1</source>
        <translation>%1 신원으로 볼 수 없습니다</translation>
    </message>
    <message>
        <source>Working out what %1 may see</source>
        <translation>%1에게 무엇이 보이는지 계산하고 있습니다</translation>
    </message>
    <message>
        <source>Viewing as %1 — computed, not confirmed by the server</source>
        <translation>%1 신원 — 계산한 것이며 서버가 확인하지 않았습니다</translation>
    </message>
    <message>
        <source>Read-only: nothing that changes the cluster leaves this program.</source>
        <translation>읽기 전용: 클러스터를 바꾸는 요청은 이 프로그램에서 나가지 않습니다.</translation>
    </message>
    <message>
        <source>Roles, bindings and accounts of all namespaces are being read with your own rights.</source>
        <translation>모든 네임스페이스의 역할, 바인딩, 계정을 본인의 권한으로 읽고 있습니다.</translation>
    </message>
    <message>
        <source>Read-only, and read with your own rights: what it may not list is left out.</source>
        <translation>읽기 전용이며 본인의 권한으로 읽었습니다. 그 대상이 목록을 볼 수 없는 것은 뺐습니다.</translation>
    </message>
    <message>
        <source>Not everything that gives rights may be read: what is not known counts as refused.</source>
        <translation>권한을 주는 것을 모두 읽을 수는 없습니다. 알 수 없는 것은 거부된 것으로 봅니다.</translation>
    </message>
    <message>
        <source>Your kubeconfig acts as %1; that is replaced here.</source>
        <translation>kubeconfig는 %1(으)로 행동하지만 여기서는 그 대신입니다.</translation>
    </message>
    <message>
        <source>Computed view</source>
        <translation>계산해서 보기</translation>
    </message>
    <message>
        <source>Ask the server again</source>
        <translation>서버에 다시 묻기</translation>
    </message>
    <message>
        <source>Show with your own rights what it may see, as far as that can be worked out</source>
        <translation>계산할 수 있는 만큼, 그 대상에게 보이는 것을 본인의 권한으로 보여 줍니다</translation>
    </message>
    <message>
        <source>Try again to be taken for it by the server</source>
        <translation>서버가 그 대상으로 받아 주는지 다시 시도합니다</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>왜 안 되나요?</translation>
    </message>
    <message>
        <source>Show what is missing, with your own rights</source>
        <translation>내 권한으로 무엇이 부족한지 보기</translation>
    </message>
</context>
</TS>
