#pragma once

#include "models/kube/Api.h"
#include "models/schema/Documents.h"

#include <functional>

namespace schema {

/// Brings the schemas of one group and version: from what was read before, else from the server. Parsed on a thread of its own.
/// Belongs to the consumer's thread.
class DocumentFetch
{
public:
    /// api and consumer outlive it; done is called once on the consumer's thread, never before this returns. NotFound: the server has no such
    /// schemas; Forbidden: who asks may not read them.
    DocumentFetch(kube::Api &api, base::Executor &consumer, std::shared_ptr<Documents> documents, std::string group, std::string version,
                  std::function<void(base::Result<std::shared_ptr<const Document>>)> done);

private:
    void start();
    void takeIndex(const base::Result<kube::ApiAnswer> &answer);
    void look();
    void takeDocument(const std::string &url, base::Result<kube::ApiAnswer> answer);
    void keep(const std::string &url, base::Result<Document> document);
    void ask(kube::ApiRequest request, std::function<void(base::Result<kube::ApiAnswer>)> take);
    void finish(base::Result<std::shared_ptr<const Document>> result);

    kube::Api &m_api;
    base::Executor &m_consumer;
    std::shared_ptr<Documents> m_documents;
    std::string m_path;
    std::function<void(base::Result<std::shared_ptr<const Document>>)> m_done;
    base::Job m_job;
    base::Job m_request;
};

} // namespace schema
