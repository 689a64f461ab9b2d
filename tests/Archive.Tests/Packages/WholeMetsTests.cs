using System.Xml.Linq;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages;

/// <summary>XSD4 knows what METS has and the archive's own schema has not: packages made elsewhere may use it.</summary>
public sealed class WholeMetsTests
{
    private const string Used = """
        <mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:other="urn:other" OBJID="a" other:said="x">
          <metsHdr CREATEDATE="2026-05-20T09:30:00" other:said="x">
            <agent ROLE="IPOWNER" TYPE="ORGANIZATION" ID="agent"><name>Sở</name><note other:said="x">1</note><note/></agent>
            <altRecordID TYPE="ANY">1</altRecordID>
            <metsDocumentID>METS.xml</metsDocumentID>
          </metsHdr>
          <dmdSec ID="dmd" GROUPID="g" ADMID="source tech"><mdWrap MDTYPE="OTHER" OTHERMDTYPE="own" LABEL="x"><xmlData><title xmlns="urn:other" id="a">x</title></xmlData></mdWrap></dmdSec>
          <amdSec ID="amd">
            <techMD ID="tech"><mdRef LOCTYPE="OTHER" OTHERLOCTYPE="own" MDTYPE="TEXTMD" XPTR="x" xlink:href="a.xml" CHECKSUMTYPE="WHIRLPOOL"/></techMD>
            <sourceMD ID="source"><mdWrap MDTYPE="EAC-CPF"><binData>QQ==</binData></mdWrap></sourceMD>
          </amdSec>
          <amdSec/>
          <fileSec>
            <fileGrp VERSDATE="2026-05-20T09:30:00" USE="a"><fileGrp><fileGrp/></fileGrp></fileGrp>
            <fileGrp>
              <file ID="file" SEQ="1" GROUPID="g" BEGIN="0" END="9" BETYPE="BYTE">
                <FLocat LOCTYPE="ARK" xlink:href="ark:/1/2"/><FLocat LOCTYPE="URL" xlink:href="a"/>
                <FContent><binData>QQ==</binData></FContent>
                <stream streamType="audio" ID="stream" DMDID="dmd"/>
                <transformFile TRANSFORMTYPE="decompression" TRANSFORMALGORITHM="gzip" TRANSFORMORDER="1"/>
                <file ID="inner"/>
              </file>
            </fileGrp>
          </fileSec>
          <structMap TYPE="LOGICAL">
            <div ID="one" ORDER="1" ORDERLABEL="i" CONTENTIDS="urn:a urn:b" xlink:label="one">
              <mptr LOCTYPE="URL" xlink:href="b/METS.xml"/>
              <fptr><par><area FILEID="file" SHAPE="RECT" COORDS="0,0,9,9"/><seq><area FILEID="stream" BETYPE="TIME" BEGIN="00:00:01"/></seq></par></fptr>
              <fptr FILEID="file"/>
              <div ID="two" xlink:label="two"/>
            </div>
          </structMap>
          <structMap><div/></structMap>
          <structLink>
            <smLink xlink:from="one" xlink:to="two"/>
            <smLinkGrp ARCLINKORDER="ordered"><smLocatorLink xlink:href="#one"/><smLocatorLink xlink:href="#two"/><smArcLink ARCTYPE="x" xlink:from="one" xlink:to="two"/></smLinkGrp>
          </structLink>
          <behaviorSec LABEL="x"><behaviorSec/><behavior STRUCTID="one" BTYPE="x"><interfaceDef LOCTYPE="URL" xlink:href="a"/><mechanism LOCTYPE="URL" LABEL="x" xlink:href="b"/></behavior></behaviorSec>
        </mets>
        """;

    [Fact]
    public void Whatever_METS_has_may_be_used() => Assert.Empty(Problems(Used));

    [Theory]
    [InlineData("<metsDocumentID>METS.xml</metsDocumentID>", "<name/>", "name")]
    [InlineData("ROLE=\"IPOWNER\"", "ROLE=\"OWNER\"", "agent")]
    [InlineData("TYPE=\"ANY\"", "KIND=\"ANY\"", "altRecordID")]
    [InlineData("MDTYPE=\"EAC-CPF\"", "MDTYPE=\"EAC\"", "mdWrap")]
    [InlineData("ADMID=\"source tech\"", "ADMID=\"nowhere\"", "mets")]
    [InlineData("CHECKSUMTYPE=\"WHIRLPOOL\"", "CHECKSUMTYPE=\"SHA256\"", "mdRef")]
    [InlineData("<file ID=\"inner\"/>", "<file/>", "file")]
    [InlineData("ID=\"stream\"", "ID=\"file\"", "stream")]
    [InlineData("BETYPE=\"BYTE\"", "BETYPE=\"TIME\"", "file")]
    [InlineData("LOCTYPE=\"ARK\"", "LOCTYPE=\"PATH\"", "FLocat")]
    [InlineData("SHAPE=\"RECT\"", "SHAPE=\"SQUARE\"", "area")]
    [InlineData("<structMap><div/></structMap>", "<structMap/>", "structMap")]
    [InlineData("<smLocatorLink xlink:href=\"#two\"/>", "", "smArcLink")]
    [InlineData(" TRANSFORMALGORITHM=\"gzip\"", "", "transformFile")]
    public void What_METS_has_not_is_told_where_it_stands(string from, string to, string element)
    {
        Assert.Contains(from, Used, StringComparison.Ordinal);
        Assert.Contains(element, Problems(Used.Replace(from, to, StringComparison.Ordinal)));
    }

    /// <summary>A validator remembers ids in the document: the second answer is the first one's, and the document is as it was.</summary>
    [Fact]
    public void Judging_leaves_the_file_as_it_was()
    {
        var root = XDocument.Parse(Used).Root!;
        Assert.Empty(WholeMets.Problems(root));
        Assert.Empty(WholeMets.Problems(root));
        Assert.Equal(XDocument.Parse(Used).ToString(), root.Document!.ToString());
    }

    private static string[] Problems(string mets) => [.. WholeMets.Problems(XDocument.Parse(mets).Root!).Select(problem => problem.Element.Name.LocalName)];
}
