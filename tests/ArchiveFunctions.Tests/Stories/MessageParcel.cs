using System.Text;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>A message of the document exchange axis that a story sends, with its documents attached.</summary>
internal static class MessageParcel
{
    public static byte[] Of(string subject, params (string Name, byte[] Content)[] attached) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="utf-8"?>
        <edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">
          <edXMLEnvelope>
            <edXMLHeader>
              <MessageHeader>
                <From><OrganId>000.00.05.H26</OrganId><OrganName>Sở Nội vụ</OrganName></From>
                <To><OrganId>000.00.18.H26</OrganId><OrganName>Sở Tài chính</OrganName></To>
                <Code><CodeNumber>123</CodeNumber><CodeNotation>SNV-VTLT</CodeNotation></Code>
                <PromulgationInfo><Place>Hà Nội</Place><PromulgationDate>2024/03/04</PromulgationDate></PromulgationInfo>
                <DocumentType><Type>2</Type><TypeName>Công văn</TypeName></DocumentType>
                <Subject>{subject}</Subject>
              </MessageHeader>
              <TraceHeaderList><TraceHeader><OrganId>000.00.05.H26</OrganId></TraceHeader></TraceHeaderList>
            </edXMLHeader>
            <edXMLBody><edXMLManifest>{string.Concat(attached.Index().Select(one => $"<Reference><ContentId>{one.Index}</ContentId></Reference>"))}</edXMLManifest></edXMLBody>
          </edXMLEnvelope>
          <AttachmentEncoded>{string.Concat(attached.Index().Select(Attachment))}</AttachmentEncoded>
        </edXML>
        """);

    private static string Attachment((int Index, (string Name, byte[] Content) Item) one) =>
        $"<Attachment><ContentId>{one.Index}</ContentId><AttachmentName>{one.Item.Name}</AttachmentName><ContentTransferEncoded>{Convert.ToBase64String(one.Item.Content)}</ContentTransferEncoded></Attachment>";
}
