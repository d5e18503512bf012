//! The standard objects of a Salesforce Service Cloud, each with a choice of its columns.

use super::column::Column;

/// An object whose rows cannot be looked at.
pub const WITHOUT_PREVIEW: &str = "LoginHistory";
/// An object that does not say which columns it has.
pub const WITHOUT_SCHEMA: &str = "ContentDocumentLink";

/// The columns that every object has at its end.
const USUAL: &str = "CreatedDate:datetime CreatedById LastModifiedDate:datetime LastModifiedById \
                     SystemModstamp:datetime";

/// The names of the objects.
pub fn names() -> impl Iterator<Item = &'static str> {
    OBJECTS.iter().map(|(name, _)| *name)
}

/// The columns of an object.
pub fn columns(name: &str) -> Option<Vec<Column>> {
    let (_, own) = OBJECTS.iter().find(|(held, _)| *held == name)?;
    Some(with_usual(own.split_whitespace().map(Column::parse)))
}

/// These columns between those that every object has.
pub fn with_usual(own: impl Iterator<Item = Column>) -> Vec<Column> {
    let first = ["Id", "IsDeleted:boolean"].into_iter().map(Column::parse);
    first.chain(own).chain(USUAL.split_whitespace().map(Column::parse)).collect()
}

const OBJECTS: [(&str, &str); 66] = [
    (
        "Account",
        "Name Type Industry ParentId OwnerId Phone Website AccountNumber BillingStreet BillingCity \
         BillingPostalCode BillingCountry AnnualRevenue:number NumberOfEmployees:integer \
         IsActive__c:boolean LastActivityDate:date Description",
    ),
    ("AccountContactRelation", "AccountId ContactId Roles IsDirect:boolean StartDate:date"),
    ("AccountTeamMember", "AccountId UserId TeamMemberRole AccountAccessLevel"),
    ("Announcement", "FeedItemId ExpirationDate:datetime SendEmails:boolean ParentId"),
    ("ApexClass", "Name NamespacePrefix ApiVersion:number Status IsValid:boolean"),
    (
        "Asset",
        "Name AccountId ContactId Product2Id SerialNumber Status InstallDate:date PurchaseDate:date \
         UsageEndDate:date Price:number Quantity:number Description",
    ),
    ("AssetRelationship", "AssetId RelatedAssetId RelationshipType FromDate:datetime"),
    ("AssignedResource", "AssignedResourceNumber ServiceAppointmentId ServiceResourceId"),
    ("Attachment", "Name ParentId ContentType BodyLength:integer IsPrivate:boolean Description"),
    ("BusinessHours", "Name IsActive:boolean IsDefault:boolean TimeZoneSidKey"),
    (
        "Campaign",
        "Name Type Status StartDate:date EndDate:date ExpectedRevenue:number BudgetedCost:number \
         IsActive:boolean NumberSent:number Description",
    ),
    ("CampaignMember", "CampaignId LeadId ContactId Status HasResponded:boolean"),
    (
        "Case",
        "CaseNumber ContactId AccountId AssetId OwnerId Subject Description Status Priority Origin \
         Reason Type SuppliedEmail IsClosed:boolean IsEscalated:boolean ClosedDate:datetime",
    ),
    ("CaseArticle", "CaseId KnowledgeArticleId ArticleLanguage IsSharedByEmail:boolean"),
    ("CaseComment", "ParentId CommentBody IsPublished:boolean"),
    ("CaseHistory", "CaseId Field OldValue NewValue"),
    ("CaseMilestone", "CaseId MilestoneTypeId TargetDate:datetime CompletionDate:datetime"),
    ("CaseTeamMember", "ParentId MemberId TeamRoleId"),
    ("CollaborationGroup", "Name OwnerId CollaborationType MemberCount:integer Description"),
    (
        "Contact",
        "Name AccountId OwnerId Title Department Email Phone MobilePhone MailingStreet MailingCity \
         MailingPostalCode MailingCountry Birthdate:date HasOptedOutOfEmail:boolean LeadSource",
    ),
    ("ContactPointEmail", "ParentId EmailAddress IsPrimary:boolean ActiveFromDate:date"),
    ("ContactPointPhone", "ParentId TelephoneNumber PhoneType IsPrimary:boolean"),
    ("ContactRequest", "Name PreferredChannel PreferredPhone RequestReason Status WhoId"),
    ("ContentDocument", "Title FileType ContentSize:integer OwnerId LatestPublishedVersionId"),
    ("ContentDocumentLink", "ContentDocumentId LinkedEntityId ShareType Visibility"),
    ("ContentVersion", "Title ContentDocumentId VersionNumber FileExtension ContentSize:integer"),
    (
        "Contract",
        "ContractNumber AccountId Status StartDate:date EndDate:date ContractTerm:integer \
         SpecialTerms Description",
    ),
    ("ContractLineItem", "LineItemNumber ServiceContractId Quantity:number UnitPrice:number"),
    ("EmailMessage", "ParentId Subject FromAddress ToAddress TextBody HtmlBody Incoming:boolean"),
    ("EmailTemplate", "Name DeveloperName Subject FolderId IsActive:boolean TimesUsed:integer"),
    ("Entitlement", "Name AccountId ServiceContractId Type Status StartDate:date EndDate:date"),
    ("EntityMilestone", "Name ParentEntityId TargetDate:datetime IsViolated:boolean"),
    ("Event", "Subject WhoId WhatId Location StartDateTime:datetime EndDateTime:datetime"),
    ("FeedItem", "ParentId Type Body Title LikeCount:integer CommentCount:integer"),
    ("Group", "Name DeveloperName Type Email DoesSendEmailToMembers:boolean"),
    ("Holiday", "Name ActivityDate:date IsAllDay:boolean IsRecurrence:boolean Description"),
    ("Individual", "Name HasOptedOutTracking:boolean HasOptedOutProfiling:boolean BirthDate:date"),
    ("KnowledgeArticle", "ArticleNumber CaseAssociationCount:integer LastPublishedDate:datetime"),
    (
        "KnowledgeArticleVersion",
        "Title UrlName Summary PublishStatus VersionNumber:integer Language",
    ),
    (
        "Lead",
        "Name Company Title Email Phone Status LeadSource Rating Industry AnnualRevenue:number \
         IsConverted:boolean ConvertedDate:date",
    ),
    ("LinkedArticle", "Name KnowledgeArticleId LinkedEntityId Type"),
    (
        "LiveAgentSession",
        "Name AgentId LoginTime:datetime LogoutTime:datetime ChatReqAccepted:integer",
    ),
    (
        "LiveChatTranscript",
        "Name CaseId ContactId Body Status WaitTime:integer ChatDuration:integer",
    ),
    ("Location", "Name LocationType TimeZone IsMobile:boolean IsInventoryLocation:boolean"),
    ("LoginHistory", "UserId LoginTime:datetime LoginType SourceIp Status Browser Platform"),
    ("MessagingSession", "Name CaseId ChannelType Status StartTime:datetime EndTime:datetime"),
    ("MilestoneType", "Name RecurrenceType Description"),
    (
        "Opportunity",
        "Name AccountId OwnerId StageName Amount:number Probability:number CloseDate:date \
         IsWon:boolean IsClosed:boolean ForecastCategory NextStep",
    ),
    ("OpportunityLineItem", "OpportunityId Product2Id Quantity:number UnitPrice:number"),
    ("Order", "OrderNumber AccountId Status EffectiveDate:date TotalAmount:number"),
    ("OrderItem", "OrderItemNumber OrderId Product2Id Quantity:number UnitPrice:number"),
    ("Pricebook2", "Name IsActive:boolean IsStandard:boolean Description"),
    ("Product2", "Name ProductCode Family IsActive:boolean QuantityUnitOfMeasure Description"),
    ("QuickText", "Name Category Channel Message"),
    ("RecordType", "Name DeveloperName SobjectType IsActive:boolean Description"),
    ("ReturnOrder", "ReturnOrderNumber AccountId CaseId Status Description"),
    ("ServiceAppointment", "AppointmentNumber ParentRecordId Status SchedStartTime:datetime"),
    ("ServiceContract", "Name AccountId Status StartDate:date EndDate:date GrandTotal:number"),
    ("ServiceResource", "Name RelatedRecordId ResourceType IsActive:boolean"),
    ("ServiceTerritory", "Name ParentTerritoryId IsActive:boolean Description"),
    ("SocialPost", "Name ParentId Headline Content Provider Posted:datetime Sentiment"),
    ("Solution", "SolutionNumber SolutionName Status SolutionNote IsPublished:boolean"),
    ("Task", "Subject WhoId WhatId Status Priority ActivityDate:date IsClosed:boolean Description"),
    ("User", "Username Name Email Alias TimeZoneSidKey IsActive:boolean LastLoginDate:datetime"),
    ("WorkOrder", "WorkOrderNumber AccountId CaseId AssetId Status Priority Subject Description"),
    ("WorkOrderLineItem", "LineItemNumber WorkOrderId Status Priority Duration:number Subject"),
];
